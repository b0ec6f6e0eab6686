import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { LogIn, LogOut, Mail, Menu, UserRound, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, LinkButton } from '../ui/button';
import { say } from '../ui/toasts';
import { PartyMarks, Wordmark } from './marks';
import { hasRole, signOut, useMe } from './me';
import { publicNav, useNav, type NavEntry } from './nav';
import { text } from './text';
import './header.css';

function NavLinks({ label, entries }: { label: string; entries: NavEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <nav aria-label={label}>
      <ul className="nav">
        {entries.map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to} className="nav-link" activeProps={{ 'aria-current': 'page' }}>
              {entry.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account() {
  const me = useMe();
  const navigate = useNavigate();
  if (me === undefined) return null;
  if (me === null) {
    return (
      <LinkButton to="/connexion" variant="secondary" icon={LogIn}>
        {text.signIn}
      </LinkButton>
    );
  }
  const leave = async () => {
    await signOut();
    await navigate({ to: '/' });
    say(text.signedOut);
  };
  return (
    <div className="account">
      {hasRole(me, 'agent') ? (
        <Link to="/profil" className="account-name">
          <UserRound size={20} aria-hidden /> <span className="visually-hidden">{text.profile}</span>
          {me.displayName}
        </Link>
      ) : (
        <span className="account-name">
          <UserRound size={20} aria-hidden /> <span className="visually-hidden">{text.account} </span>
          {me.displayName}
        </span>
      )}
      <Link to="/mes-messages" className="account-name">
        <Mail size={20} aria-hidden /> {text.messages}
      </Link>
      <Button variant="quiet" icon={LogOut} onPress={() => void leave()}>
        {text.signOut}
      </Button>
    </div>
  );
}

export function SiteHeader() {
  const [isOpen, setOpen] = useState(false);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const entries = useNav();
  useEffect(() => setOpen(false), [pathname]);

  return (
    <header id="header" tabIndex={-1} className="site-header">
      <div className="page site-header-top">
        <Link to="/" aria-label={text.homeLink} className="home-link">
          <Wordmark />
        </Link>
        <div className="header-side">
          <div className="account-wide">
            <Account />
          </div>
          <PartyMarks />
        </div>
        <button
          type="button"
          className="menu-button"
          aria-expanded={isOpen}
          aria-controls="menu"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <X size={24} aria-hidden /> : <Menu size={24} aria-hidden />}
          {isOpen ? text.closeMenu : text.menu}
        </button>
      </div>
      <div
        id="menu"
        className={isOpen ? 'page menu menu-open' : 'page menu'}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        <NavLinks label={text.personalNav} entries={entries} />
        <NavLinks label={text.publicNav} entries={publicNav} />
        <div className="account-narrow">
          <Account />
        </div>
      </div>
    </header>
  );
}
