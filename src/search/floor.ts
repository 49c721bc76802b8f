// The one floor: how sure search must be that something held answers, before anything is offered as an answer.

export const FLOOR = {
  /**
   * Log odds of "a passage answers" against "nothing held does". Set from `npm run eval` on the curated questions
   * that nothing answers (cross-validated); never lowered to find something.
   */
  answers: 0.7,
  /** A question that shows fear or danger is never mistaken for curiosity unless search is this sure. */
  safety: 1.5,
  /** A text of which less than this was ever met in a curated question is about something else, whatever search makes of the rest. */
  familiar: 0.1,
  /** A clause of a longer question brings its own passage only when search is this sure of it. */
  clause: 1,
  /** Where the whole question is refused, every clause must be this sure of a passage of its own. */
  alone: 0.5,
  /** What a refusal for being personal loses where a story asks whether the report speaks of it. */
  personal: 3,
  /** What a passage gains, in log odds, for naming a country that the question names. */
  country: 0.7,
  /** What a near miss of an entry of the guide loses: its few lines stand close to all that is asked of the CCF or the UK. */
  nearMiss: 0.5,
  /** How much of the whole question's scores a clause of it inherits. */
  lean: 0.3,
  /** Above this, runners-up may be shown beside the best passage. */
  sure: 1.2,
  /** A runner-up stands within this of the best group, in log odds. */
  beside: 1.6,
  /** Where the guide answers, the report is taken to be silent unless a passage of it stands within this of the best. */
  silent: 1.2,
  /** A passage is worth showing as nearest, marked as no answer, if its group stands within this of the best of all. */
  nearest: 4,
} as const;
