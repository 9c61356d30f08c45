'use client';
import { clsx } from 'clsx';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

interface MenuProps {
  /** The button itself. */
  trigger: ReactNode;
  align?: 'start' | 'end';
  /** Called once the menu is away and its button has the focus again, which is when a dialog may open. */
  onClosed?: () => void;
  children: ReactNode;
}

/** A menu under its button. */
export const Menu = ({ trigger, align = 'end', onClosed, children }: MenuProps) => (
  <Radix.Root modal={false}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content className="pop" align={align} sideOffset={6} collisionPadding={8} onCloseAutoFocus={onClosed && (() => setTimeout(onClosed))}>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

/** One act. With `asChild` its only child, a link, is the item. */
export const MenuItem = ({ icon, tone, onSelect, asChild, children }: { icon?: IconName; tone?: 'zhu'; onSelect?: () => void; asChild?: boolean; children: ReactNode }) => (
  <Radix.Item className={clsx('mi', tone)} onSelect={onSelect} asChild={asChild}>
    {asChild ? (
      children
    ) : (
      <>
        {icon ? <Icon name={icon} /> : null}
        {children}
      </>
    )}
  </Radix.Item>
);

/** One of several, with a stroke before the one that holds. */
export const MenuChoices = ({ label, value, options, onChoose }: { label: string; value: string; options: readonly { value: string; label: string; lang?: string }[]; onChoose: (value: string) => void }) => (
  <Radix.RadioGroup value={value} onValueChange={onChoose}>
    <Radix.Label className="mi-l">{label}</Radix.Label>
    {options.map((option) => (
      <Radix.RadioItem key={option.value} value={option.value} className="mi mi-c" lang={option.lang}>
        <Radix.ItemIndicator className="mi-on">
          <Icon name="check" size="s" />
        </Radix.ItemIndicator>
        {option.label}
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
);

export const MenuLine = () => <Radix.Separator className="mi-hr" />;
