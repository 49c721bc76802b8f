// The workspaces that installed the desk: one record each, sealed, and gone when they remove it.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Store } from '../host/store.ts';

/**
 * Installations in the store, sealed with AES-256-GCM and bound to their workspace. The first key seals; every key
 * opens; what an older key sealed is sealed anew when it is read.
 */
export function openInstallations(store: Store, keys: string): InstallationStore {
  const shelf = store.shelf('slack-installation');
  const ring = keys.split(',').map((key) => createHash('sha256').update(key.trim()).digest());
  return {
    storeInstallation: async (installation) => {
      const place = placeOf(installation.team?.id, installation.enterprise?.id, installation.isEnterpriseInstall);
      await shelf.set(place, seal(JSON.stringify(installation), place, ring));
    },
    fetchInstallation: async (query: InstallationQuery<boolean>) => {
      const place = placeOf(query.teamId, query.enterpriseId, query.isEnterpriseInstall);
      const opened = open(await shelf.get(place), place, ring);
      if (!opened) throw new Error('this workspace has not installed the desk');
      if (opened.older) await shelf.set(place, seal(opened.words, place, ring));
      return JSON.parse(opened.words) as Installation<'v1' | 'v2', boolean>;
    },
    deleteInstallation: async (query: InstallationQuery<boolean>) => {
      await shelf.delete(placeOf(query.teamId, query.enterpriseId, query.isEnterpriseInstall));
    },
  };
}

function placeOf(team: string | undefined, enterprise: string | undefined, whole: boolean | undefined): string {
  const place = whole ? enterprise : team;
  if (!place) throw new Error('an installation without a workspace');
  return `${whole ? 'E' : 'T'}.${place}`;
}

function seal(words: string, place: string, ring: readonly Buffer[]): string {
  const [key] = ring;
  if (!key) throw new Error('no key to seal with');
  const start = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return [
    '1',
    start.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
    sealed.toString('base64url'),
  ].join('.');
}

function open(kept: unknown, place: string, ring: readonly Buffer[]): { words: string; older: boolean } | null {
  if (typeof kept !== 'string') return null;
  const [version, start = '', tag = '', sealed = ''] = kept.split('.');
  if (version !== '1') return null;
  for (const [i, key] of ring.entries()) {
    try {
      const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(start, 'base64url'))
        .setAAD(Buffer.from(place))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      const words = Buffer.concat([cipher.update(Buffer.from(sealed, 'base64url')), cipher.final()]).toString('utf8');
      return { words, older: i > 0 };
    } catch {
      // The next key may open it.
    }
  }
  return null;
}
