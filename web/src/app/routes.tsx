import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { Crash } from './crash.js';
import { Layout, Opening } from './layout.js';

/** Pages inside the layout, each loaded when it is first opened. */
const pages: RouteObject[] = [
  { index: true, element: <Navigate to="/ledger" replace /> },
  {
    path: 'ledger',
    lazy: async () => ({ Component: (await import('../pages/ledger/ledger-page.js')).LedgerPage }),
  },
  {
    path: 'documents',
    lazy: async () => ({ Component: (await import('../pages/documents/documents-page.js')).DocumentsPage }),
  },
  {
    path: 'dashboard',
    lazy: async () => ({ Component: (await import('../pages/dashboard/dashboard-page.js')).DashboardPage }),
  },
  {
    path: 'calendar',
    lazy: async () => ({ Component: (await import('../pages/calendar/calendar-page.js')).CalendarPage }),
  },
  {
    path: 'welcome',
    lazy: async () => ({ Component: (await import('../pages/welcome/welcome-page.js')).WelcomePage }),
  },
  {
    path: 'admin/:part?',
    lazy: async () => ({ Component: (await import('../pages/admin/admin-page.js')).AdminPage }),
  },
  {
    path: 'documents/:id',
    lazy: async () => ({ Component: (await import('../pages/document/document-page.js')).DocumentPage }),
  },
  {
    path: 'documents/:id/tracking',
    lazy: async () => ({ Component: (await import('../pages/tracking/tracking-page.js')).TrackingPage }),
  },
  {
    path: 'commitments/:id',
    lazy: async () => ({
      Component: (await import('../pages/commitment/commitment-page.js')).CommitmentPage,
    }),
  },
  {
    path: 'proposals',
    lazy: async () => ({ Component: (await import('../pages/proposals/proposals-page.js')).ProposalsPage }),
  },
  {
    path: 'proposals/audit',
    lazy: async () => ({ Component: (await import('../pages/proposals/audit-page.js')).AuditPage }),
  },
  {
    path: 'proposals/:id',
    lazy: async () => ({ Component: (await import('../pages/proposals/proposal-page.js')).ProposalPage }),
  },
  {
    path: '*',
    lazy: async () => ({ Component: (await import('../pages/not-found/not-found-page.js')).NotFoundPage }),
  },
];

export const createRouter = () =>
  createBrowserRouter([
    {
      errorElement: <Crash />,
      HydrateFallback: Opening,
      children: [
        {
          path: 'sign-in',
          lazy: async () => ({ Component: (await import('../pages/sign-in/sign-in-page.js')).SignInPage }),
        },
        { element: <Layout />, children: [{ errorElement: <Crash />, children: pages }] },
      ],
    },
  ]);
