import { Link } from '@tanstack/react-router';
import { PartyMarks, Wordmark } from './marks';
import { text } from './text';
import './footer.css';

export function SiteFooter() {
  return (
    <footer className="site-footer" id="footer" tabIndex={-1}>
      <div className="page site-footer-grid">
        <div className="stack">
          <Wordmark />
          <p className="reading">{text.footerAbout}</p>
          <PartyMarks />
        </div>
        <nav aria-label={text.footerNav}>
          <ul className="footer-links">
            <li>
              <Link to="/accessibilite">{text.accessibility}</Link>
            </li>
            <li>
              <Link to="/mentions-legales">{text.legal}</Link>
            </li>
            <li>
              <Link to="/donnees-ouvertes">{text.openData}</Link>
            </li>
            <li>
              <Link to="/verifier">{text.verify}</Link>
            </li>
          </ul>
        </nav>
        <p className="small">{text.openDataNote}</p>
      </div>
    </footer>
  );
}
