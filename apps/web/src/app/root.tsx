import { createRootRoute, Outlet, useRouterState } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Toasts } from '../ui/toasts';
import { ErrorPage, NotFoundPage } from './error-pages';
import { SiteFooter } from './footer';
import { SiteHeader } from './header';
import { text } from './text';
import './frame.css';

function SkipLinks() {
  return (
    <nav aria-label={text.skipLinks} className="skip-links">
      <a href="#main">{text.skipToContent}</a>
      <a href="#header">{text.skipToMenu}</a>
      <a href="#footer">{text.skipToFooter}</a>
    </nav>
  );
}

function Frame() {
  const isChangingPage = useRouterState({ select: (state) => state.status === 'pending' });
  return (
    <I18nProvider locale="fr-FR">
      <SkipLinks />
      <SiteHeader />
      {isChangingPage && <div className="waiting-bar" />}
      <main id="main" tabIndex={-1} className="main page">
        <Outlet />
      </main>
      <SiteFooter />
      <Toasts />
    </I18nProvider>
  );
}

export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});
