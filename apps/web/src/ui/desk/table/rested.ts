import { useEffect, useState } from 'react';

/** Follows a typed text when the typing rests: a call for each letter would only be thrown away. */
export function useRested(typed: string, milliseconds = 200): string {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), milliseconds);
    return () => clearTimeout(timer);
  }, [typed, milliseconds]);
  return rested;
}
