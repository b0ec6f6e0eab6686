import { useEditorState, type Editor } from '@tiptap/react';
import { Bold, Heading3, Heading4, Italic, Link2, List, ListOrdered, Redo2, TextQuote, Undo2, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Toolbar } from 'react-aria-components/Toolbar';
import { Button as KitButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import { text } from './sheet-text';

interface Tool {
  label: string;
  icon: LucideIcon;
  isOn: (editor: Editor) => boolean;
  run: (editor: Editor) => unknown;
}

const TOOLS: Tool[] = [
  { label: text.title3, icon: Heading3, isOn: (e) => e.isActive('heading', { level: 3 }), run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run() },
  { label: text.title4, icon: Heading4, isOn: (e) => e.isActive('heading', { level: 4 }), run: (e) => e.chain().focus().toggleHeading({ level: 4 }).run() },
  { label: text.bold, icon: Bold, isOn: (e) => e.isActive('bold'), run: (e) => e.chain().focus().toggleBold().run() },
  { label: text.italic, icon: Italic, isOn: (e) => e.isActive('italic'), run: (e) => e.chain().focus().toggleItalic().run() },
  { label: text.bullets, icon: List, isOn: (e) => e.isActive('bulletList'), run: (e) => e.chain().focus().toggleBulletList().run() },
  { label: text.numbers, icon: ListOrdered, isOn: (e) => e.isActive('orderedList'), run: (e) => e.chain().focus().toggleOrderedList().run() },
  { label: text.quote, icon: TextQuote, isOn: (e) => e.isActive('blockquote'), run: (e) => e.chain().focus().toggleBlockquote().run() },
];

/** One stop for Tab, arrows between its buttons; each says whether it is on. */
export function RichToolbar({ editor }: { editor: Editor }) {
  const [isLinking, setLinking] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: e }) => ({ on: TOOLS.map((tool) => tool.isOn(e)), link: e.isActive('link'), canUndo: e.can().undo(), canRedo: e.can().redo() }),
  });
  return (
    <>
      <Toolbar aria-label={text.toolbar} className="rich-toolbar">
        {TOOLS.map(({ label, icon: Icon, run }, index) => (
          <ToggleButton key={label} className="rich-button" isSelected={state.on[index]} onChange={() => run(editor)}>
            <Icon size={18} aria-hidden /> {label}
          </ToggleButton>
        ))}
        <ToggleButton className="rich-button" isSelected={state.link} onChange={() => setLinking(true)}>
          <Link2 size={18} aria-hidden /> {text.link}
        </ToggleButton>
        <Button className="rich-button" isDisabled={!state.canUndo} onPress={() => editor.chain().focus().undo().run()}>
          <Undo2 size={18} aria-hidden /> {text.undo}
        </Button>
        <Button className="rich-button" isDisabled={!state.canRedo} onPress={() => editor.chain().focus().redo().run()}>
          <Redo2 size={18} aria-hidden /> {text.redo}
        </Button>
      </Toolbar>
      <Dialog title={text.linkTitle} isOpen={isLinking} onClose={() => setLinking(false)}>
        <LinkAddress editor={editor} onClose={() => setLinking(false)} />
      </Dialog>
    </>
  );
}

/** Not a form of its own: a form may not hold another. */
function LinkAddress({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [address, setAddress] = useState(String(editor.getAttributes('link').href ?? ''));
  const [error, setError] = useState<string>();
  const apply = () => {
    const href = address.trim();
    if (href && !/^(https?:\/\/|mailto:)\S+$/i.test(href)) return setError(text.linkWrong);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (!href) chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link')) chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onClose();
  };
  return (
    <div className="stack">
      <TextField label={text.linkAddress} hint={text.linkHint} type="url" value={address} onChange={setAddress} error={error} />
      <div className="form-actions">
        <KitButton onPress={apply}>{text.linkDone}</KitButton>
      </div>
    </div>
  );
}
