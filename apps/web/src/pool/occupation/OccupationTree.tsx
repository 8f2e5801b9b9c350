import { type KeyboardEvent, useRef, useState } from 'react';
import { useBranchNames } from './names.ts';
import styles from './occupation.module.css';
import { branchesAbove, type Line, linesOf, occupationTree } from './tree.ts';

type Props = { label: string; chosen: string | undefined; onChoose: (code: string) => void };

/**
 * The groups of occupations from broad to fine, with the keys of every tree: up and down move, right opens, left
 * closes, Enter chooses. Any level may be chosen.
 */
export function OccupationTree({ label, chosen, onChoose }: Props) {
  const nameOf = useBranchNames();
  const tree = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(branchesAbove(chosen ?? '')));
  const [here, setHere] = useState(chosen);
  const lines = linesOf(occupationTree, open);
  const active = lines.find(({ code }) => code === here) ?? lines[0];

  const go = (line: Line | undefined) => {
    if (!line) return;
    setHere(line.code);
    tree.current?.querySelector<HTMLElement>(`[data-code="${line.code}"]`)?.focus();
  };
  const toggle = ({ code, isOpen }: Line) => {
    const next = new Set(open);
    if (isOpen) next.delete(code);
    else next.add(code);
    setOpen(next);
    setHere(code);
  };
  const press = (event: KeyboardEvent, line: Line) => {
    const at = lines.indexOf(line);
    const above = () => lines.findLast((one) => lines.indexOf(one) < at && one.level < line.level);
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(lines[at + 1]),
      ArrowUp: () => go(lines[at - 1]),
      Home: () => go(lines[0]),
      End: () => go(lines.at(-1)),
      ArrowRight: () => (line.isOpen ? go(lines[at + 1]) : line.below.length > 0 && toggle(line)),
      ArrowLeft: () => (line.isOpen ? toggle(line) : go(above())),
      Enter: () => onChoose(line.code),
      ' ': () => onChoose(line.code),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={styles.tree} role="tree" aria-label={label} ref={tree}>
      {lines.map((line) => (
        <div
          key={line.code}
          role="treeitem"
          aria-level={line.level}
          aria-selected={line.code === chosen}
          {...(line.below.length > 0 && { 'aria-expanded': line.isOpen })}
          tabIndex={line === active ? 0 : -1}
          data-code={line.code}
          className={styles.line}
          style={{ paddingInlineStart: `${(line.level - 1) * 1.25}rem` }}
          onClick={() => onChoose(line.code)}
          onKeyDown={(event) => press(event, line)}
        >
          {/* For a mouse or a finger only: the keys open and close by themselves. */}
          <span
            className={styles.twist}
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              if (line.below.length > 0) toggle(line);
            }}
          >
            {line.below.length > 0 && (line.isOpen ? '▾' : '▸')}
          </span>
          {nameOf(line.code)}
        </div>
      ))}
    </div>
  );
}
