import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { type CataloguePicture, Picture } from '../../ui/Picture.tsx';
import type { PictureId } from '../../ui/pictures.ts';
import { Also } from '../beside/Also.tsx';
import type { Said } from '../sound/heard.ts';
import { Speak } from '../sound/Speak.tsx';
import cards from './cards.module.css';
import { Level } from './Level.tsx';

type Props = {
  /** The native radio or checkbox: it brings keyboard, screen reader, and form along. */
  input: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };
  children: ReactNode;
  picture?: PictureId | CataloguePicture | undefined;
  /** Letters in place of a picture. */
  glyph?: string | undefined;
  /** A step of a scale in place of a picture, from 0 to 4. */
  level?: number | undefined;
  look?: 'quiet' | 'small' | undefined;
  /** What the speaker beside the card reads, and the second language says. The speaker stands outside of the label. */
  said?: Said | undefined;
};

/** One option: the whole card is the target. */
export function Card({ input, children, picture, glyph, level, look, said }: Props) {
  const card = (
    <label className={`${cards.card} ${look ? cards[look] : ''}`}>
      <input {...input} />
      {picture && <Picture of={picture} className={cards.picture} />}
      {glyph && (
        <span aria-hidden="true" className={cards.glyph}>
          {glyph}
        </span>
      )}
      {level !== undefined && <Level step={level} />}
      <span className={cards.word}>
        {children}
        {said && <Also of={said.key} />}
      </span>
    </label>
  );
  if (!said) return card;
  return (
    <div className={cards.option}>
      {card}
      <Speak texts={[said]} look="icon" />
    </div>
  );
}
