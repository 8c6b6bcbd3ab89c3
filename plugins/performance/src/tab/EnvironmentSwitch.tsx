import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Scorecard } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import { useTranslation } from '../translation/useTranslation';
import styles from './EnvironmentSwitch.module.css';

/** Environments beyond which a row of buttons takes too much room. */
const mostButtons = 4;

/** Chooses the environment that the page is about; with only one there is nothing to choose. */
export function EnvironmentSwitch(props: {
  environments: Scorecard['environments'];
  selected?: string;
  onSelect: (environment: string) => void;
}) {
  const { environments, selected, onSelect } = props;
  const { t } = useTranslation();
  if (environments.length < 2) {
    return <span>{environments[0]?.name}</span>;
  }
  if (environments.length > mostButtons) {
    return (
      <Select
        aria-label={t('tab.environment')}
        options={environments.map(({ name }) => ({ value: name, label: name }))}
        selectedKey={selected ?? null}
        onSelectionChange={key => key !== null && onSelect(String(key))}
      />
    );
  }
  return (
    <ToggleButtonGroup
      className={styles.group}
      aria-label={t('tab.environment')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={keys => {
        const [key] = keys;
        if (key !== undefined) onSelect(String(key));
      }}
    >
      {environments.map(({ name, production }) => (
        <ToggleButton
          key={name}
          id={name}
          className={styles.button}
          aria-label={
            production ? t('tab.production', { environment: name }) : undefined
          }
          iconStart={production ? <Icon name="lock" /> : undefined}
        >
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
