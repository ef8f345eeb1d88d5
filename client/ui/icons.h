// Font Awesome 4.7, by what each stands for here.
#pragma once

namespace ui::icon {

inline constexpr const char* kHome = "\xEF\x80\x95";
inline constexpr const char* kHeart = "\xEF\x80\x84";
inline constexpr const char* kFamilies = "\xEF\x83\x80";
inline constexpr const char* kSend = "\xEF\x87\x98";
inline constexpr const char* kCloud = "\xEF\x83\x82";
inline constexpr const char* kSync = "\xEF\x80\xA1";
inline constexpr const char* kCheck = "\xEF\x80\x8C";
inline constexpr const char* kCheckCircle = "\xEF\x81\x98";
inline constexpr const char* kCross = "\xEF\x80\x8D";
inline constexpr const char* kWarning = "\xEF\x81\xB1";
inline constexpr const char* kInfo = "\xEF\x81\x9A";
inline constexpr const char* kSearch = "\xEF\x80\x82";
inline constexpr const char* kPlus = "\xEF\x81\xA7";
inline constexpr const char* kBack = "\xEF\x81\xA0";
inline constexpr const char* kForward = "\xEF\x81\x94";
inline constexpr const char* kLock = "\xEF\x80\xA3";
inline constexpr const char* kUser = "\xEF\x80\x87";
inline constexpr const char* kChild = "\xEF\x86\xAE";
inline constexpr const char* kFemale = "\xEF\x86\x82";
inline constexpr const char* kCalendar = "\xEF\x81\xB3";
inline constexpr const char* kClock = "\xEF\x80\x97";
inline constexpr const char* kPen = "\xEF\x81\x80";
inline constexpr const char* kNote = "\xEF\x83\xB6";
inline constexpr const char* kTint = "\xEF\x81\x83";
inline constexpr const char* kHand = "\xEF\x89\x96";
inline constexpr const char* kMedical = "\xEF\x83\xBA";
inline constexpr const char* kReceipt = "\xEF\x83\xB6";
inline constexpr const char* kExchange = "\xEF\x83\xAC";
inline constexpr const char* kSignOut = "\xEF\x82\x8B";
inline constexpr const char* kMarker = "\xEF\x81\x81";

}  // namespace ui::icon
