/** The catalogue with its Bulgarian sources and texts is data; the rooms know it by this name. */
export { isSettingKey, settingCatalogue, settingKeys } from './catalogue-data.ts'
export type {
  Certainty,
  SettingDefinition,
  SettingKey,
  SettingUnit,
  SettingValue,
} from './catalogue-data.ts'
