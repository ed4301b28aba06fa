import { useOutletContext } from 'react-router';
import type { Me, Role } from '../api/types.js';

/** Who is signed in, on any page inside the layout. */
export const useMe = (): Me => useOutletContext<Me>();

/** Whose drafts and uploads a tab holds. */
export const ownerOf = ({ via, id, name }: Me): string => `${via} ${id ?? ''} ${name}`;

/** Who sees all of the office: documents as well as rows. */
export const staff: readonly Role[] = ['viewer', 'editor', 'auditor', 'administrator'];

export const may = (me: Me, ...roles: readonly Role[]): boolean => roles.includes(me.role);
