import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver } from '@mantine/core'

/** Ten equal steps: our tokens name one colour per role, Mantine asks for ten shades. */
function flat(color: string) {
  return [color, color, color, color, color, color, color, color, color, color] as const
}

/** Mantine over our tokens (styles/tokens.css): type, spacing, radius, motion, roles of colour. */
export const theme = createTheme({
  fontFamily: "'Sofia Sans Variable', 'Segoe UI', sans-serif",
  fontSizes: { xs: '13.5px', sm: '15px', md: '15px', lg: '17px', xl: '22px' },
  lineHeights: { xs: '20px', sm: '22px', md: '22px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '4px', md: '4px', lg: '4px', xl: '4px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '28px' },
      h2: { fontSize: '17px', lineHeight: '24px' },
      h3: { fontSize: '15px', lineHeight: '22px' },
    },
  },
  colors: { opora: flat('#0b5e73') },
  primaryColor: 'opora',
  // On the light ground of the dark theme's button Mantine would write white.
  variantColorResolver: (input) =>
    input.variant === 'filled' && (input.color ?? 'opora') === 'opora'
      ? {
          background: 'var(--o-primary)',
          hover: 'var(--o-primary-hover)',
          color: 'var(--o-on-primary)',
          border: '1px solid transparent',
        }
      : defaultVariantColorsResolver(input),
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Modal: { defaultProps: { transitionProps: { duration: 0 }, size: 480, centered: true } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: {
      defaultProps: {
        transitionProps: { duration: 0 },
        openDelay: 300,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
  },
})

/** Hands Mantine's own variables to our tokens, so that light and dark change in one place. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const roles = {
    '--mantine-color-body': 'var(--o-surface)',
    '--mantine-color-text': 'var(--o-text)',
    '--mantine-color-dimmed': 'var(--o-muted)',
    '--mantine-color-anchor': 'var(--o-link)',
    '--mantine-color-error': 'var(--o-bad)',
    '--mantine-color-placeholder': 'var(--o-muted)',
    '--mantine-color-default': 'var(--o-surface)',
    '--mantine-color-default-hover': 'var(--o-sunken)',
    '--mantine-color-default-color': 'var(--o-text)',
    '--mantine-color-default-border': 'var(--o-border)',
    '--mantine-color-disabled': 'var(--o-sunken)',
    '--mantine-color-disabled-color': 'var(--o-muted)',
    '--mantine-color-disabled-border': 'var(--o-divider)',
    '--mantine-primary-color-filled': 'var(--o-primary)',
    '--mantine-primary-color-filled-hover': 'var(--o-primary-hover)',
    '--mantine-primary-color-contrast': 'var(--o-on-primary)',
    '--mantine-primary-color-light': 'var(--o-selected)',
    '--mantine-primary-color-light-hover': 'var(--o-selected)',
    '--mantine-primary-color-light-color': 'var(--o-link)',
    '--mantine-color-opora-filled': 'var(--o-primary)',
    '--mantine-color-opora-filled-hover': 'var(--o-primary-hover)',
    '--mantine-color-opora-light': 'var(--o-selected)',
    '--mantine-color-opora-light-color': 'var(--o-link)',
    '--mantine-color-opora-outline': 'var(--o-primary)',
  }
  return { variables: {}, light: roles, dark: roles }
}
