import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The document that was opened keeps the browser's own focus; every page after it moves focus to its heading. */
let opened = false;

/** Names the document after the page and, after a change of page, moves focus to its heading. */
export function usePageTitle(title: string): RefObject<HTMLHeadingElement | null> {
  const { t } = useTranslation('desk');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t(($) => $.title, { page: title });
  }, [title, t]);
  useEffect(() => {
    if (opened) heading.current?.focus();
    opened = true;
  }, []);
  return heading;
}
