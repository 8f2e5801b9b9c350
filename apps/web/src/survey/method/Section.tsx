import type { ReactNode } from 'react';
import { Picture } from '../../ui/Picture.tsx';
import type { PictureId } from '../../ui/pictures.ts';

type Props = { id: string; heading: string; picture: PictureId; children: ReactNode };

/** One question about the method, and what there is to say to it. */
export function Section({ id, heading, picture, children }: Props) {
  return (
    <section id={id} className="section" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className="question">
        <Picture of={picture} className="picture" />
        <span>{heading}</span>
      </h2>
      {children}
    </section>
  );
}
