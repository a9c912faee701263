import type { Target, TargetOption, TargetSettings } from './target.ts';

/** Why a target cannot be told that; undefined when it can. */
export function faultInSettings(
  { id, options = [] }: Pick<Target, 'id' | 'options'>,
  settings: TargetSettings = {},
): string | undefined {
  for (const [name, value] of Object.entries(settings)) {
    const option = options.find((one) => one.name === name);
    if (option === undefined) {
      const taken = options.map((one) => `${one.name} (${valuesOf(one)})`).join(', ');
      const known = taken === '' ? 'It takes none of its own.' : `It takes ${taken}.`;
      return `The target "${id}" takes no option "${name}". ${known}`;
    }
    if (!option.values.includes(String(value))) {
      return `The option "${name}" of the target "${id}" cannot be ${JSON.stringify(value)}. It can be ${valuesOf(option)}.`;
    }
  }
  return undefined;
}

export function valuesOf({ values }: TargetOption): string {
  return values.join(' or ');
}
