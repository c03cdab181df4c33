// What the app says of the device. The host plays a Linux desktop or an Android phone.
import type * as Obsidian from 'obsidian';

export const Platform: typeof Obsidian.Platform = describe(false);

/** Before any plugin runs. */
export function playPhone(isPhone: boolean): void {
  Object.assign(Platform, describe(isPhone));
}

function describe(isPhone: boolean): typeof Obsidian.Platform {
  return {
    isDesktop: !isPhone,
    isMobile: isPhone,
    isDesktopApp: !isPhone,
    isMobileApp: isPhone,
    isIosApp: false,
    isAndroidApp: isPhone,
    isPhone,
    isTablet: false,
    isMacOS: false,
    isWin: false,
    isLinux: !isPhone,
    isSafari: false,
    resourcePathPrefix: `${window.location.origin}/`,
  };
}
