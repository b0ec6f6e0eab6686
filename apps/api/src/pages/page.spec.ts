import { render } from './page';

const shell = '<head><!--relais:head--></head><div><!--relais:main--></div>';

describe('render', () => {
  it('escapes what people wrote, and keeps JSON-LD inside its element', () => {
    const html = render(shell, { title: '<b>$& "A"', description: '</head>', data: { name: '</script><script>' } });
    expect(html).toContain('<title>&lt;b&gt;$&amp; &quot;A&quot;</title>');
    expect(html).not.toContain('</script><script>');
    expect(html.match(/<\/head>/g)).toHaveLength(1);
  });
});
