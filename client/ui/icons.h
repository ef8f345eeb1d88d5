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
inline constexpr const char* kSettings = "\xEF\x80\x93";
inline constexpr const char* kChart = "\xEF\x88\x81";
inline constexpr const char* kList = "\xEF\x80\xBA";
inline constexpr const char* kKeyboard = "\xEF\x84\x9C";
inline constexpr const char* kEyeOff = "\xEF\x81\xB0";
inline constexpr const char* kEye = "\xEF\x81\xAE";
inline constexpr const char* kKey = "\xEF\x82\x84";
inline constexpr const char* kPhone = "\xEF\x82\x95";
inline constexpr const char* kMessage = "\xEF\x83\xA5";
inline constexpr const char* kPrint = "\xEF\x80\xAF";
inline constexpr const char* kFolder = "\xEF\x81\xBB";
inline constexpr const char* kFolderOpen = "\xEF\x81\xBC";
inline constexpr const char* kUsb = "\xEF\x8A\x87";
inline constexpr const char* kPause = "\xEF\x81\x8C";
inline constexpr const char* kPlay = "\xEF\x81\x8B";
inline constexpr const char* kUndo = "\xEF\x83\xA2";
inline constexpr const char* kTrash = "\xEF\x87\xB8";
inline constexpr const char* kDownload = "\xEF\x80\x99";
inline constexpr const char* kUpload = "\xEF\x82\x93";
inline constexpr const char* kRefresh = "\xEF\x80\xA1";
inline constexpr const char* kBell = "\xEF\x83\xB3";
inline constexpr const char* kBook = "\xEF\x80\xAD";
inline constexpr const char* kMap = "\xEF\x89\xB8";
inline constexpr const char* kWeight = "\xEF\x89\x8E";
inline constexpr const char* kHospital = "\xEF\x83\xB8";
inline constexpr const char* kAmbulance = "\xEF\x83\xB9";
inline constexpr const char* kStethoscope = "\xEF\x83\xB1";
inline constexpr const char* kBed = "\xEF\x88\xB6";
inline constexpr const char* kMoon = "\xEF\x86\x86";
inline constexpr const char* kSun = "\xEF\x86\x85";
inline constexpr const char* kGlobe = "\xEF\x82\xAC";
inline constexpr const char* kFlask = "\xEF\x83\x83";
inline constexpr const char* kShield = "\xEF\x84\xB2";
inline constexpr const char* kSave = "\xEF\x83\x87";
inline constexpr const char* kDatabase = "\xEF\x87\x80";
inline constexpr const char* kQuestion = "\xEF\x81\x99";
inline constexpr const char* kMinus = "\xEF\x81\xA8";
inline constexpr const char* kFilter = "\xEF\x82\xB0";
inline constexpr const char* kLink = "\xEF\x83\x81";
inline constexpr const char* kExternal = "\xEF\x82\x8E";
inline constexpr const char* kQr = "\xEF\x80\xA9";
inline constexpr const char* kDot = "\xEF\x84\x91";
inline constexpr const char* kRing = "\xEF\x84\x8C";
inline constexpr const char* kStar = "\xEF\x80\x85";
inline constexpr const char* kFlag = "\xEF\x80\xA4";
inline constexpr const char* kBullhorn = "\xEF\x82\xA1";
inline constexpr const char* kFile = "\xEF\x83\xB6";
inline constexpr const char* kCopy = "\xEF\x83\x85";
inline constexpr const char* kText = "\xEF\x80\xB1";
inline constexpr const char* kAdjust = "\xEF\x81\x82";
inline constexpr const char* kLaptop = "\xEF\x84\x89";
inline constexpr const char* kArrowDown = "\xEF\x81\xA3";
inline constexpr const char* kArrowUp = "\xEF\x81\xA2";
inline constexpr const char* kBan = "\xEF\x81\x9E";

// What goes into the fonts: an icon that is not named here is not drawn.
inline constexpr const char* kAll[] = {
    kHome,       kHeart,    kFamilies, kSend,     kCloud,    kSync,      kCheck,       kCheckCircle,
    kCross,      kWarning,  kInfo,     kSearch,   kPlus,     kBack,      kForward,     kLock,
    kUser,       kChild,    kFemale,   kCalendar, kClock,    kPen,       kNote,        kTint,
    kHand,       kMedical,  kExchange, kSignOut,  kMarker,   kSettings,  kChart,       kList,
    kKeyboard,   kEyeOff,   kEye,      kKey,      kPhone,    kMessage,   kPrint,       kFolder,
    kFolderOpen, kUsb,      kPause,    kPlay,     kUndo,     kTrash,     kDownload,    kUpload,
    kBell,       kBook,     kMap,      kWeight,   kHospital, kAmbulance, kStethoscope, kBed,
    kMoon,       kSun,      kGlobe,    kFlask,    kShield,   kSave,      kDatabase,    kQuestion,
    kMinus,      kFilter,   kLink,     kExternal, kQr,       kDot,       kRing,        kStar,
    kFlag,       kBullhorn, kCopy,     kText,     kAdjust,   kLaptop,    kArrowDown,   kArrowUp,
    kBan};

}  // namespace ui::icon
