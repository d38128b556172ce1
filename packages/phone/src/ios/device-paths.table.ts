// Where the domains of an iOS backup lie on the device. From public notes on the backup format; application
// containers carry a random folder on the device that a backup does not record.

export const pathsByDomain: ReadonlyMap<string, string> = new Map([
  ["HomeDomain", "/private/var/mobile"],
  ["RootDomain", "/private/var/root"],
  ["WirelessDomain", "/private/var/wireless"],
  ["MediaDomain", "/private/var/mobile"],
  ["CameraRollDomain", "/private/var/mobile"],
  ["KeychainDomain", "/private/var/Keychains"],
  ["SystemPreferencesDomain", "/private/var/preferences"],
  ["ManagedPreferencesDomain", "/private/var/Managed Preferences"],
  ["DatabaseDomain", "/private/var/db"],
  ["NetworkDomain", "/private/var/networkd"],
  ["InstallDomain", "/private/var/installd"],
  ["HealthDomain", "/private/var/mobile/Library"],
  ["HomeKitDomain", "/private/var/mobile"],
  ["MobileDeviceDomain", "/private/var/MobileDevice"],
  ["ProtectedDomain", "/private/var/protected"],
  ["TonesDomain", "/private/var/mobile"],
]);
