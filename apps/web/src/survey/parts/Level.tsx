import cards from './cards.module.css';

/** A step of a scale as rising bars, filled from the side where reading begins; step 0 is empty. */
export function Level({ step }: { step: number }) {
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 56 44" className={cards.level}>
      {[0, 1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={2 + bar * 14}
          y={30 - bar * 9}
          width="10"
          height={12 + bar * 9}
          rx="3"
          fill={bar < step ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="2"
        />
      ))}
    </svg>
  );
}
