import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { pathSeparator } from '../../../core/code-tree';
import { useTranslation } from '../../i18n';
import { Popover, Swatch } from '../../ui';
import { CodeChoice } from '../coding/CodeChoice';
import { useCodes } from '../coding/use-codes';
import type { WantedCode } from './autocode-options';

interface CodeChooserProps {
  readonly code: WantedCode | null;
  readonly onChange: (code: WantedCode) => void;
}

/** The code to be given: one that is there, or the path of a new one. */
export function CodeChooser({ code, onChange }: CodeChooserProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const codes = useCodes();
  const chosen = code && 'id' in code ? codes.find(({ id }) => id === code.id) : undefined;
  const isNew = code !== null && 'path' in code;
  const name = chosen?.name ?? (isNew ? code.path.join(pathSeparator) : t('autocode:code.choose'));
  return (
    <Popover
      label={t('autocode:code.label')}
      width={320}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="select autocode-code" title={chosen?.path}>
          <span className="select__label">{t('autocode:code.label')} </span>
          {chosen && <Swatch color={chosen.color} />}
          <span className="select__value">{isNew ? t('autocode:code.new', { name }) : name} </span>
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </button>
      }
    >
      <CodeChoice
        onChoose={({ codeIds: [id], newPaths: [path] }) => {
          setOpen(false);
          if (path) onChange({ path });
          else if (id) onChange({ id });
        }}
      />
    </Popover>
  );
}
