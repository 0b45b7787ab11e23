import { CaseSensitive, Regex, WholeWord } from 'lucide-react';
import { useTranslation } from '../../i18n';
import { IconButton } from '../../ui';
import { AccentsIcon } from './AccentsIcon';
import { changeOptions, findMemory } from './find-options';

/** How the words are looked for; `regex` only where it is no choice of its own. */
export function FindToggles({ hasRegex = false }: { readonly hasRegex?: boolean }) {
  const { t } = useTranslation();
  const { kind, matchCase, matchAccents, wholeWord } = findMemory(({ options }) => options);
  return (
    <>
      <IconButton
        icon={CaseSensitive}
        label={t('find:matchCase')}
        shortcut="Alt+C"
        isPressed={matchCase}
        onClick={() => changeOptions({ matchCase: !matchCase })}
      />
      <IconButton
        icon={AccentsIcon}
        label={t('find:matchAccents')}
        shortcut="Alt+A"
        isPressed={matchAccents}
        onClick={() => changeOptions({ matchAccents: !matchAccents })}
      />
      {kind !== 'terms' && (
        <IconButton
          icon={WholeWord}
          label={t('find:wholeWord')}
          shortcut="Alt+W"
          isPressed={wholeWord}
          onClick={() => changeOptions({ wholeWord: !wholeWord })}
        />
      )}
      {hasRegex && (
        <IconButton
          icon={Regex}
          label={t('find:regex')}
          shortcut="Alt+R"
          isPressed={kind === 'regex'}
          onClick={() => changeOptions({ kind: kind === 'regex' ? 'text' : 'regex' })}
        />
      )}
    </>
  );
}

/** The keys of the switches, in the field; true when it was one. */
export function toggleByKey(event: { readonly altKey: boolean; readonly code: string }): boolean {
  const { kind, matchCase, matchAccents, wholeWord } = findMemory.getState().options;
  if (!event.altKey) return false;
  if (event.code === 'KeyC') changeOptions({ matchCase: !matchCase });
  else if (event.code === 'KeyA') changeOptions({ matchAccents: !matchAccents });
  else if (event.code === 'KeyW') changeOptions({ wholeWord: !wholeWord });
  else if (event.code === 'KeyR') changeOptions({ kind: kind === 'regex' ? 'text' : 'regex' });
  else return false;
  return true;
}
