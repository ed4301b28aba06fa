import { theme as antd, type ThemeConfig } from 'antd';

export const schemes = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

const shared = {
  fontFamily:
    "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif",
  fontSize: 14,
  borderRadius: 6,
};

/** Every pair of text and ground is at least 4.5 : 1 (WCAG 2.2 AA), which antd's own greys and blue are not. */
export const themes: Readonly<Record<'light' | 'dark', ThemeConfig>> = {
  light: {
    algorithm: antd.defaultAlgorithm,
    cssVar: { key: 'jiannuo' },
    token: {
      ...shared,
      colorPrimary: '#1554a8',
      colorInfo: '#1554a8',
      colorLink: '#1554a8',
      colorSuccess: '#237804',
      colorWarning: '#ad4e00',
      colorError: '#b3261e',
      colorPrimaryBg: '#e3edfa',
      colorInfoBg: '#e3edfa',
      colorSuccessBg: '#e6f4dd',
      colorWarningBg: '#fdf0dc',
      colorErrorBg: '#fde8e6',
      colorBgLayout: '#f3f5f8',
      colorTextSecondary: 'rgba(0, 0, 0, 0.72)',
      colorTextTertiary: 'rgba(0, 0, 0, 0.62)',
      colorTextDescription: 'rgba(0, 0, 0, 0.62)',
      colorTextPlaceholder: 'rgba(0, 0, 0, 0.58)',
      colorTextQuaternary: 'rgba(0, 0, 0, 0.58)',
    },
  },
  dark: {
    algorithm: antd.darkAlgorithm,
    cssVar: { key: 'jiannuo' },
    token: {
      ...shared,
      colorPrimary: '#2f6fd0',
      colorInfo: '#5b97ee',
      colorLink: '#7fb1ff',
      colorLinkHover: '#a6c9ff',
      colorSuccess: '#73d13d',
      colorWarning: '#ffa940',
      colorError: '#ff7875',
      colorBgLayout: '#101215',
      colorBgContainer: '#181b20',
      colorBgElevated: '#22262c',
      colorTextSecondary: 'rgba(255, 255, 255, 0.78)',
      colorTextTertiary: 'rgba(255, 255, 255, 0.68)',
      colorTextDescription: 'rgba(255, 255, 255, 0.68)',
      colorTextPlaceholder: 'rgba(255, 255, 255, 0.62)',
      colorTextQuaternary: 'rgba(255, 255, 255, 0.62)',
    },
    components: {
      Button: {
        colorPrimaryHover: '#2a64bd',
        defaultHoverColor: '#a6c9ff',
        defaultHoverBorderColor: '#7fb1ff',
      },
      Tabs: { itemSelectedColor: '#7fb1ff', itemHoverColor: '#a6c9ff', inkBarColor: '#7fb1ff' },
    },
  },
};
