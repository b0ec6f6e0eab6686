import fc from 'fast-check';
import { plainText, richText } from './rich-text';

describe('richText', () => {
  it.each([
    ['<p>Un <strong>mot</strong> et <em>un autre</em></p>', '<p>Un <strong>mot</strong> et <em>un autre</em></p>'],
    ['<h1>Titre</h1><h2>Autre</h2>', '<h3>Titre</h3><h3>Autre</h3>'],
    ['<b>gras</b> <i>penché</i>', '<strong>gras</strong> <em>penché</em>'],
    ['<p class="x" style="color:red" onclick="a()">a</p>', '<p>a</p>'],
    ['<a href="https://cnfpt.fr" target="_blank">CNFPT</a>', '<a href="https://cnfpt.fr" rel="noopener noreferrer">CNFPT</a>'],
    ['<a href="mailto:a@exemple.fr">écrire</a>', '<a href="mailto:a@exemple.fr" rel="noopener noreferrer">écrire</a>'],
    ['<p>a & b < c</p>', '<p>a &amp; b &lt; c</p>'],
    ['<table><tr><td>cellule</td></tr></table>', 'cellule'],
    ['<p></p><p> <br></p>', ''],
    ['<img src="x">', ''],
  ])('of %s is %s', (html, kept) => expect(richText(html)).toBe(kept));

  it.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg><script>alert(1)</script></svg>', '<a href="javascript:alert(1)">a</a>',
    '<a href=" java\nscript:alert(1)">a</a>', '<a href="//mal.example">a</a>', '<a href="/api/v1/auth/sign-out">a</a>', '<a href="data:text/html,<script>1</script>">a</a>',
    '<p onmouseover=alert(1)>a</p>', '<style>*{display:none}</style>', '<iframe srcdoc="<script>1</script>"></iframe>', '<math><mtext><script>1</script></mtext></math>',
    '<scr<script>ipt>alert(1)</script>', '<p><!--<script>1</script>-->a</p>', '<form action=/x><input name=a></form>', '<noscript><p title="</noscript><img src=x onerror=1>">',
    '&lt;script&gt;alert(1)&lt;/script&gt;<p>a',
  ])('keeps nothing that runs of %s', (html) => {
    const clean = richText(html);
    expect(clean).not.toMatch(/<(?!\/?(p|h3|h4|ul|ol|li|strong|em|a|br|blockquote)\b)/);
    expect(clean).not.toMatch(/<[^>]*\s(?!href="(https?:|mailto:)|rel="noopener noreferrer"|\/)[a-z]/i);
  });

  it('lets nothing else through, however it is broken', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('<p>', '</p>', '<a href="https://x.fr" ', '</a>', '<ul><li>', '<script>', '<b', ' onclick="', '>', '"', "'", '<!--', '<svg/', '`', '&#60;')), { maxLength: 30 }), (parts) => {
        expect(richText(parts.join('')).replace(/<\/?(p|h3|h4|ul|ol|li|strong|em|blockquote)>|<br \/>|<a href="[^"<>]*" rel="noopener noreferrer">|<\/a>/g, '')).not.toMatch(/[<>]/);
      }),
    ));
});

describe('plainText', () => {
  it('keeps paragraphs and lists apart', () =>
    expect(plainText('<h3>Jour 1</h3><p>Lire &amp; écrire<br />ensemble</p><ul><li><p>un</p></li><li>deux</li></ul><p>Fin</p>')).toBe(
      'Jour 1\n\nLire & écrire\nensemble\n• un\n• deux\n\nFin',
    ));
});
