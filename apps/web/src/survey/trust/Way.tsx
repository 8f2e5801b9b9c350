import { addressOf } from 'virtual:pictures';
import type { TrustTexts } from '@kannwas/catalogue/texts';
import { type Language, languages } from '@kannwas/schema/codes';
import sheet from './trust.module.css';
import { type Box, drawWay, iconRoom, lineHeight, width } from './way.ts';

type Props = { texts: TrustTexts['answers']; language: Language };

/** The way of an answer as a picture, mirrored where one reads from the right. The same stands in words below it. */
export function Way({ texts, language }: Props) {
  const { dir } = languages[language];
  const { height, boxes, yes } = drawWay(texts, language);
  /** Where something stands that begins so far from the side where reading begins. */
  const at = (start: number, wide = 0) => (dir === 'rtl' ? width - start - wide : start);
  const spine = at(18);
  const branches = boxes.filter(({ withYes }) => withYes);
  const [first] = branches;
  const last = boxes.at(-1);
  return (
    <svg viewBox={`0 -2 ${width} ${height + 4}`} role="img" aria-labelledby="way" className={sheet.way}>
      <title id="way">{texts.picture}</title>
      {boxes.slice(0, 1).map(({ top, height: high }) => (
        <Arrow key="down" x={width / 2} from={top + high} to={top + high + 28} />
      ))}
      {first && last && (
        <>
          <path d={`M${spine} ${yes.top - 8} V${last.top - 4}`} className={sheet.line} />
          {branches.map(({ station, start, top, height: high }) => (
            <path
              key={station}
              d={`M${spine} ${top + high / 2} H${at(start)}`}
              className={`${sheet.line} ${sheet.fork}`}
            />
          ))}
          <text className={sheet.condition} direction={dir}>
            {yes.lines.map((line, place) => (
              <tspan key={line} x={at(40)} y={yes.top + 17 + place * lineHeight}>
                {line}
              </tspan>
            ))}
          </text>
        </>
      )}
      {boxes.map((box) => (
        <Drawn key={box.station} box={box} at={at} dir={dir} />
      ))}
    </svg>
  );
}

type DrawnProps = { box: Box; at: (start: number, wide?: number) => number; dir: 'ltr' | 'rtl' };

function Drawn({ box, at, dir }: DrawnProps) {
  const { station, picture, start, top, width: wide, height, lines } = box;
  const [name = '', part = ''] = picture.split('/');
  const middle = top + height / 2;
  return (
    <g className={station === 'you' ? sheet.you : undefined}>
      <rect x={at(start, wide)} y={top} width={wide} height={height} rx="14" className={sheet.box} />
      <use
        href={`${addressOf(name)}#${part}`}
        x={at(start + 12, 40)}
        y={middle - 20}
        width="40"
        height="40"
      />
      <text className={sheet.name} direction={dir}>
        {lines.map((line, place) => (
          <tspan
            key={line}
            x={at(start + iconRoom)}
            y={middle + 6 + (place - (lines.length - 1) / 2) * lineHeight}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

function Arrow({ x, from, to }: { x: number; from: number; to: number }) {
  return (
    <path
      d={`M${x} ${from} V${to - 3} M${x - 7} ${to - 10} L${x} ${to - 3} L${x + 7} ${to - 10}`}
      className={sheet.line}
    />
  );
}
