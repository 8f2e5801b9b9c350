import { makeAuth } from '../accounts/auth.ts';
import { createStaff } from '../accounts/store.ts';
import type { Db } from '../db/database.ts';
import type { Secrets } from '../secrets.ts';
import { demoSite } from './site.ts';
import { findStaffId } from './store.ts';

/** The demo sign-ins. Everybody knows the password: the demo shows nobody who exists. */
export const demoPassword = 'kannwas-demo';

const part = (role: 'case-worker' | 'employer' | 'coordinator', organisation?: string) => [
  { siteId: demoSite.id, role, organisation },
];

export const demoStaff = {
  carla: { name: 'Carla', email: 'carla@demo.example', plays: part('case-worker') },
  dmitri: { name: 'Dmitri', email: 'dmitri@demo.example', plays: part('employer', 'Fleischerei Dmitri') },
  ines: { name: 'Ines', email: 'ines@demo.example', plays: part('coordinator') },
  olu: { name: 'Olu', email: 'olu@demo.example', operator: true },
} as const;

type StaffName = keyof typeof demoStaff;

/** Gives the demo's staff their accounts, as far as they have none. @returns their ids */
export async function hireDemoStaff(db: Db, secrets: Secrets): Promise<Record<StaffName, string>> {
  const auth = makeAuth(db, secrets, { PUBLIC_URL: undefined });
  const idOf = async (name: StaffName) => {
    const { email } = demoStaff[name];
    return (
      (await findStaffId(db, email)) ?? createStaff(db, auth, { ...demoStaff[name], password: demoPassword })
    );
  };
  return {
    carla: await idOf('carla'),
    dmitri: await idOf('dmitri'),
    ines: await idOf('ines'),
    olu: await idOf('olu'),
  };
}
