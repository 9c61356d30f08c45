import type { PageReading } from '@inkproof/contract';

const quarters = [0, 90, 180, 270] as const;

/** By how much the reader turned a page that no tag had set upright; what a tag says the browser obeys by itself. */
export const foundTurn = ({ recipe }: Pick<PageReading, 'recipe'>): (typeof quarters)[number] => {
  const degrees = recipe.steps.filter(({ name }) => name === 'turn').reduce((sum, { settings }) => sum + Number(settings['degrees']), 0) % 360;
  return quarters.find((quarter) => quarter === degrees) ?? 0;
};
