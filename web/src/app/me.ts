import { useOutletContext } from 'react-router';
import type { Me, Role } from '../api/types.js';

/** Who is signed in, on any page inside the layout. */
export const useMe = (): Me => useOutletContext<Me>();

export const may = (me: Me, ...roles: readonly Role[]): boolean => roles.includes(me.role);
