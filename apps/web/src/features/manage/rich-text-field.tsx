import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { EditorContent, useEditor } from '@tiptap/react';
import { CircleAlert } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { FieldProps } from '../../ui/field';
import { RichToolbar } from './rich-toolbar';
import './course.css';

/** Tab leaves the editor, as it does any field: in a list too. */
const Item = ListItem.extend({ addKeyboardShortcuts: () => ({ Enter: ({ editor }) => editor.commands.splitListItem('listItem') }) });

const extensions = [
  Document, Paragraph, Text, Bold, Italic, Heading.configure({ levels: [3, 4] }), BulletList, OrderedList, Item, Blockquote, HardBreak, UndoRedo,
  Link.configure({ openOnClick: false, defaultProtocol: 'https', protocols: ['mailto'], HTMLAttributes: { target: null, rel: 'noopener noreferrer' } }),
];

/** Text with a light layout. What it gives is sanitised by the server. */
export function RichTextField({ label, hint, error, value = '', onChange, onBlur }: FieldProps<string>) {
  const id = useId();
  const told = useRef(value);
  const described = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ');
  const attributes = {
    class: 'input rich-input',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${id}-nom`,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': 'true', 'data-invalid': 'true' }),
  };
  const editor = useEditor({
    extensions,
    injectCSS: false, // the policy of the site forbids it; its rules are in our sheet
    content: value,
    editorProps: { attributes },
    onUpdate: ({ editor: edited }) => {
      told.current = edited.isEmpty ? '' : edited.getHTML();
      onChange?.(told.current);
    },
    onBlur: () => onBlur?.(),
  });

  useEffect(() => editor.setOptions({ editorProps: { attributes } }), [editor, described, Boolean(error)]);
  // A value that does not come from here: a version that was saved, or one that was brought back.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);

  return (
    <div className="field">
      <span id={`${id}-nom`} className="label">
        {label}
      </span>
      {hint && (
        <span id={`${id}-aide`} className="hint">
          {hint}
        </span>
      )}
      <RichToolbar editor={editor} />
      <EditorContent editor={editor} />
      {error && (
        <span id={`${id}-erreur`} className="field-error">
          <CircleAlert size={18} aria-hidden /> {error}
        </span>
      )}
    </div>
  );
}
