// `npm run build`, after the compiler: reads, checks and learns the knowledge once and keeps the result in dist/.
import { prepare } from './prepared.ts';

try {
  const { knowledge, learned } = await prepare();
  const questions = knowledge.questions.reduce((sum, g) => sum + g.questions.length, 0);
  process.stdout.write(`learned ${learned.weights.rarities.length} features from ${questions} curated questions\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
