import { useCombobox } from 'downshift';
import { useContext, useEffect, useId, useRef, useState } from 'react';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import { EnvironmentContext } from '../ui/environment.ts';
import { Said } from '../ui/Said.tsx';
import type { RoadmapItemDraft, TaggingEvents } from './card-events.ts';
import { NewRoadmapItem } from './NewRoadmapItem.tsx';
import { TAG_KEY } from './tag-key.ts';
import { TagOption, type Option } from './TagOption.tsx';
import { useFoundItems } from './useFoundItems.ts';
import { whatWillBeWritten } from './what-will-be-written.ts';

interface Props {
  readonly writing: Omit<Parameters<typeof whatWillBeWritten>[0], 'after'>;
  readonly takesFocus: boolean;
  /** Where a tag goes is in sight already, in what the last one did. */
  readonly isSaid?: boolean;
  readonly events: TaggingEvents;
}

/** Type to find a roadmap item, Enter to tag. Only Enter and a click choose: leaving the field never writes anything. */
export function TagPicker({ writing, takesFocus, isSaid = false, events }: Props) {
  const [text, setText] = useState('');
  const [draft, setDraft] = useState<string | null>(null);
  const [begun, setBegun] = useState<{ readonly of: string; readonly written: RoadmapItemDraft } | null>(null);
  const environment = useContext(EnvironmentContext);
  const found = useFoundItems(text, events.onFind);
  const options = optionsOf(found, text);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const hint = useId();
  const box = useCombobox<Option>({
    items: options,
    inputValue: text,
    // By what it is, not by its place: a screen reader tells the marked option when it is another one, and of typing that is how it hears what Enter would take.
    getItemId: (index) => `${hint}-${idOf(options[index])}`,
    defaultHighlightedIndex: 0,
    selectedItem: null,
    itemToString: (option) => (option?.kind === 'item' ? option.item.title : ''),
    ...(environment === null ? {} : { environment }),
    stateReducer({ isOpen, highlightedIndex }, { type, changes }) {
      if (type === useCombobox.stateChangeTypes.InputBlur) return { ...changes, selectedItem: null, inputValue: text };
      // The press that gave the field its focus has opened the list: the click that follows, or one that sets the caret, does not close it.
      return type === useCombobox.stateChangeTypes.InputClick && isOpen ? { ...changes, isOpen, highlightedIndex } : changes;
    },
    onStateChange({ type, selectedItem }) {
      const { InputKeyDownEnter, ItemClick } = useCombobox.stateChangeTypes;
      if ((type !== InputKeyDownEnter && type !== ItemClick) || !selectedItem) return;
      if (selectedItem.kind === 'create') return setDraft(selectedItem.title);
      setText('');
      events.onTag(selectedItem.item);
    },
  });
  const { isOpen, highlightedIndex, setHighlightedIndex, openMenu } = box;
  const wasGiven = useRef(false);
  useEffect(() => {
    // Once: after a form in its place it only gets the focus back.
    if (!takesFocus || input === null || wasGiven.current) return;
    wasGiven.current = true;
    input.focus();
    openMenu();
  }, [takesFocus, input, openMenu]);
  // Items come after the menu has opened: what Enter would take is marked then, too, and the hint says what it would write.
  const unmarked = isOpen && highlightedIndex < 0 && options.length > 0;
  useEffect(() => {
    if (unmarked) setHighlightedIndex(0);
  }, [unmarked, setHighlightedIndex]);
  const [menu, setMenu] = useState<HTMLUListElement | null>(null);
  // The picker often stands at the card's lower edge, and its menu would open out of sight.
  const shown = box.isOpen ? options.length : null;
  useEffect(() => {
    if (shown !== null) menu?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [shown, menu]);
  if (draft !== null) {
    return <NewRoadmapItem title={draft} begun={begun?.of === draft ? begun.written : undefined} labelled={null} action="Create and tag" consequence={(id) => whatWillBeWritten({ ...writing, after: id })} onCreate={events.onCreate} onDone={() => { setDraft(null); setBegun(null); setText(''); }} onCancel={(written) => { setDraft(null); setBegun({ of: draft, written }); }} />;
  }
  const highlighted = box.isOpen ? options[box.highlightedIndex] : undefined;
  return (
    <div className="picker">
      <label className="visually-hidden" {...box.getLabelProps()}>{writing.before === null ? 'Tag to a roadmap item' : 'Tag to another roadmap item'}</label>
      <input
        {...box.getInputProps({
          ref: setInput,
          className: 'input',
          placeholder: writing.before === null ? 'Tag to a roadmap item: type a title or an id' : 'Tag to another roadmap item',
          'aria-describedby': hint,
          'aria-keyshortcuts': TAG_KEY,
          // Controlled here: downshift's own change event comes too late for the caret.
          onChange: (event) => setText(event.currentTarget.value),
          // Nobody asked for the list where the focus only came back, from a button or a form that is gone: the next Enter would tag.
          onFocus: ({ relatedTarget }) => (relatedTarget !== null || text !== '') && box.openMenu(),
          onKeyDown: (event) => {
            if (event.key !== 'Escape') return;
            // downshift keeps every Escape while it remembers a highlighted option; with the menu closed it is the card's.
            if (!box.isOpen) return void Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
            event.preventDefault();
            setText('');
          },
        })}
      />
      {/* A list that scrolls would be a stop of its own for Tab, and be gone as soon as it had the focus. A press on its scrollbar leaves the focus in the field too: what is typed next is looked for. */}
      <ul className={box.isOpen ? 'options' : 'options options-closed'} tabIndex={-1} {...box.getMenuProps({ 'aria-label': 'Roadmap items', ref: setMenu, onMouseDown: (event) => event.preventDefault() })}>
        {box.isOpen && options.map((option, index) => (
          <TagOption key={option.kind === 'item' ? option.item.id : ' create'} option={option} current={option.kind === 'item' && option.item.id === writing.before} highlighted={index === box.highlightedIndex} props={box.getItemProps({ item: option, index })} />
        ))}
        {box.isOpen && options.length === 0 && <li className="muted option" role="presentation">{found === null ? 'Finding roadmap items …' : NONE}</li>}
      </ul>
      <Said words={box.isOpen && found !== null && options.length === 0 ? NONE : ''} />
      <p id={hint} className={isSaid ? 'visually-hidden' : 'small muted picker-hint'}>{whatWillBeWritten({ ...writing, after: afterOf(highlighted) })}</p>
      {writing.tagging.via === 'local' && <p className="small"><button type="button" className="button button-link" onClick={events.onConnections}>Open Waymark’s connections</button></p>}
    </div>
  );
}

const NONE = 'No roadmap items yet. Type a title to create the first.';

function idOf(option: Option | undefined): string {
  return option?.kind === 'item' ? `item-${option.item.id}` : 'new';
}

function optionsOf(found: readonly RoadmapItem[] | null, text: string): Option[] {
  const title = text.trim();
  const items: Option[] = (found ?? []).map((item) => ({ kind: 'item', item }));
  const exists = (found ?? []).some((item) => item.id === title || item.title.toLowerCase() === title.toLowerCase());
  return title === '' || exists ? items : [...items, { kind: 'create', title }];
}

function afterOf(option: Option | undefined): string | undefined {
  return option?.kind === 'item' ? option.item.id : undefined;
}
