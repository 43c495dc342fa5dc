import { Navigate } from '@tanstack/react-router'

/** „Настройки“ opens its first group. */
export default function SettingsHome() {
  return <Navigate to="/settings/office" replace />
}
