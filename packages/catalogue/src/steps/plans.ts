import { type Answers, type Said, said } from '@kannwas/schema/survey/questions';
import { type Step, stepFor } from './step.ts';

/** Work, training, and what stands in their way, by what the person plans and wishes for. */
export function planSteps(answers: Answers): Step[] {
  const free = (choice: Said<'availableFor'>[number]) =>
    said(answers, 'availableFor')?.includes(choice) ?? false;
  const help = (choice: Said<'helpMost'>[number]) => said(answers, 'helpMost')?.includes(choice) ?? false;
  const adviser = (choice: Said<'nextSteps'>[number]) =>
    said(answers, 'nextSteps')?.includes(choice) ?? false;
  const goal = said(answers, 'goal');
  const right = said(answers, 'rightToWork');
  const wantsWork = free('work') || goal === 'any-work' || goal === 'my-occupation' || help('finding-work');
  const licence = said(answers, 'licenceFrom');
  const business = said(answers, 'selfEmployment');
  return [
    ...stepFor('permission', [
      ['needsPermission', right === 'with-permission'],
      ['unsure', right === 'unsure'],
      ['notNow', right === 'not-now' && wantsWork],
    ]),
    ...stepFor('childcare', [
      ['needsChildcare', said(answers, 'childcareNeeded') === 'yes' || help('childcare')],
      ['adviser', adviser('childcare')],
    ]),
    ...stepFor('work', [
      // Whoever may not work now is sent to ask first, not to apply.
      ['wantsWork', wantsWork && right !== 'not-now'],
      ['adviser', adviser('application') || adviser('internship')],
    ]),
    ...stepFor('training', [
      ['wantsTraining', free('training') || goal === 'training' || help('training')],
      ['adviser', adviser('training')],
    ]),
    ...stepFor('study', [['wantsStudy', free('study') || goal === 'study']]),
    ...stepFor('driving', [
      ['foreignLicence', licence === 'elsewhere' || licence === 'both'],
      ['adviser', adviser('driving-licence')],
    ]),
    ...stepFor('computer', [
      ['computerHelp', help('computer') || (said(answers, 'digital')?.includes('none') ?? false)],
    ]),
    ...stepFor('business', [
      ['ownBusiness', business === 'yes' || business === 'maybe' || goal === 'own-business'],
    ]),
    ...stepFor('people', [['wantsContacts', help('contacts')]]),
    ...stepFor('advice', [
      ['adviser', adviser('other-advice')],
      ['everybody', true],
    ]),
  ];
}
