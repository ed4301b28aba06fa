import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queries } from './app/queries.js';
import { createRouter } from './app/routes.js';
import { ThemeProvider } from './app/theme-provider.js';
import './app/app.css';
import { LanguageProvider } from './i18n/language-provider.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <LanguageProvider>
    <ThemeProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={createRouter()} />
      </QueryClientProvider>
    </ThemeProvider>
  </LanguageProvider>,
);
