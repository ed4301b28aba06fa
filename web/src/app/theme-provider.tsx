import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../i18n/words.js';
import { nonce } from './nonce.js';
import { type Scheme, schemes, themes } from './theme.js';

interface SchemeChoice {
  readonly scheme: Scheme;
  readonly isDark: boolean;
  choose(scheme: Scheme): void;
}

const SchemeContext = createContext<SchemeChoice>({ scheme: 'auto', isDark: false, choose: () => undefined });
export const useScheme = (): SchemeChoice => useContext(SchemeContext);

const key = 'jiannuo.scheme';
const kept = (): Scheme => schemes.find((scheme) => scheme === localStorage.getItem(key)) ?? 'auto';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** Colours, antd's words in the page's language, and its styles within the policy. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [scheme, setScheme] = useState<Scheme>(kept);
  const [prefersDark, setPrefersDark] = useState(systemDark.matches);
  const { language } = useLanguage();
  useEffect(() => {
    const listen = () => setPrefersDark(systemDark.matches);
    systemDark.addEventListener('change', listen);
    return () => systemDark.removeEventListener('change', listen);
  }, []);
  const isDark = scheme === 'dark' || (scheme === 'auto' && prefersDark);
  useEffect(() => {
    document.documentElement.dataset.scheme = isDark ? 'dark' : 'light';
  }, [isDark]);
  const choice = useMemo(
    () => ({
      scheme,
      isDark,
      choose: (next: Scheme) => {
        localStorage.setItem(key, next);
        setScheme(next);
      },
    }),
    [scheme, isDark],
  );
  return (
    <SchemeContext value={choice}>
      <ConfigProvider
        theme={isDark ? themes.dark : themes.light}
        locale={language === 'zh' ? zhCN : enUS}
        csp={{ nonce }}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <App className="app">{children}</App>
      </ConfigProvider>
    </SchemeContext>
  );
}
