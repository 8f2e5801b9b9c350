import './ui/tokens.css';
import './desk.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speakDesk } from './app/desk/texts.ts';
import { router } from './app/router.tsx';
import { makeQueryClient } from './app/session.ts';

const page = document.querySelector('#page');
if (!page) throw new Error('desk.html has no #page');

await speakDesk();
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={makeQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
