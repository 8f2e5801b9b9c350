import { inputOf } from '@kannwas/schema/survey/inputs';
import { FieldsInput } from './FieldsInput.tsx';
import type { InputProps } from './input-props.ts';
import { OccupationInput } from './OccupationInput.tsx';
import { PickInput } from './PickInput.tsx';
import { RungInput } from './RungInput.tsx';
import { SeveralInput } from './SeveralInput.tsx';
import { TaskInput } from './TaskInput.tsx';
import { TextInput } from './TypedInput.tsx';
import { YearInput } from './YearInput.tsx';

/** The fields of a question that is more than a choice. */
export function LaterInput(props: InputProps) {
  switch (inputOf(props.question).kind) {
    case 'several':
      return <SeveralInput {...props} />;
    case 'year':
      return <YearInput {...props} />;
    case 'text':
      return <TextInput {...props} />;
    case 'occupation':
      return <OccupationInput {...props} />;
    case 'cards':
      return <TaskInput {...props} />;
    case 'fields':
      return <FieldsInput {...props} />;
    case 'rung':
      return <RungInput {...props} />;
    default:
      return <PickInput {...props} />;
  }
}
