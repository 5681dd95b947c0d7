import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { Row } from '../layout/row.ts';
import type { Theme } from '../theme.ts';

/** One line of the screen. Whatever made the row, no control character gets past here. */
function Line({ row, theme }: { readonly row: Row; readonly theme: Theme }): ReactElement {
  return (
    <Text wrap="truncate">
      {row.map(({ text, style, isMatch }, nth) => {
        const look = theme.looks[style];
        return (
          <Text key={nth} {...look} {...(isMatch ? { inverse: true, bold: true } : {})}>
            {sanitiseLine(text)}
          </Text>
        );
      })}
    </Text>
  );
}

/** Rows one under the other, as they are: one `<Text>` a row, nothing wraps any more. */
export function Rows({
  rows,
  theme,
}: {
  readonly rows: readonly Row[];
  readonly theme: Theme;
}): ReactElement {
  return (
    <Box flexDirection="column">
      {rows.map((row, nth) => (
        <Line key={nth} row={row} theme={theme} />
      ))}
    </Box>
  );
}
