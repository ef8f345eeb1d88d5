#include "tools/tidy/house.h"

namespace tidy {

namespace {

// In the order a record travels; nothing points back (DESIGN 2).
std::vector<Room> rooms() {
    return {
        {"shared/base", {}},
        {"shared/words", {"shared/base"}},
        {"shared/qr", {"shared/base"}},
        {"shared/names", {"shared/base"}},
        {"shared/crypto", {"shared/base"}},
        {"shared/db", {"shared/base"}},
        {"shared/forms", {"shared/base"}},
        {"shared/records", {"shared/base", "shared/crypto", "shared/db", "shared/forms"}},
        {"shared/protocol", {"shared/base", "shared/crypto", "shared/records"}},
        {"shared/care", {"shared/base", "shared/forms", "shared/names", "shared/records"}},
        {"shared/indicators", {"shared/base", "shared/records", "shared/care"}},
        {"shared/sheets", {"shared/base", "shared/care", "shared/indicators", "shared/records"}},
        {"shared/sheets/formats", {"shared/base", "shared/sheets"}},
        {"shared", {}},

        {"client/ui/words", {"shared/base", "shared/words"}},
        {"client/ui", {"client/ui/words", "shared/base", "shared/words"}},
        {"client/qr", {"shared/base", "shared/qr"}},
        {"client/pictures", {"shared/base"}},
        {"client/paper",
         {"client/pictures", "client/qr", "client/ui/words", "shared/base", "shared/care",
          "shared/forms", "shared/qr"}},
        {"client/guide",
         {"client/pictures", "client/ui", "shared/base", "shared/care", "shared/forms"}},
        {"client/screens",
         {"client/guide", "client/paper", "client/pictures", "client/qr", "client/ui",
          "shared/base", "shared/care", "shared/forms", "shared/indicators", "shared/qr",
          "shared/records", "shared/sheets"}},
        {"client/store/sealed_vfs", {"shared/base", "shared/crypto", "shared/db"}},
        {"client/store",
         {"client/store/sealed_vfs", "shared/base", "shared/crypto", "shared/db", "shared/protocol",
          "shared/records"}},
        {"client/sync",
         {"client/store", "shared/base", "shared/crypto", "shared/protocol", "shared/records"}},
        {"client/app/window", {"client", "shared"}},
        {"client/app", {"client/store", "client/sync", "shared"}},
        {"client/cli", {"client/app", "client/store", "client/sync", "shared"}},
        {"client", {"shared"}},

        {"sync-server/store", {"shared/base", "shared/db", "shared/protocol", "shared/records"}},
        {"sync-server/backup",
         {"sync-server/store", "shared/base", "shared/crypto", "shared/db", "shared/protocol",
          "shared/records"}},
        {"sync-server/merge/linking", {"shared/base", "shared/names"}},
        {"sync-server/merge",
         {"sync-server/merge/linking", "sync-server/store", "shared/base", "shared/db",
          "shared/names", "shared/protocol", "shared/records"}},
        {"sync-server/accept",
         {"sync-server/merge", "sync-server/store", "shared/base", "shared/crypto", "shared/db",
          "shared/forms", "shared/protocol", "shared/records"}},
        {"sync-server/reports/formats",
         {"shared/sheets", "shared/sheets/formats", "shared/base", "shared/care",
          "shared/indicators", "shared/records"}},
        {"sync-server/reports/research",
         {"sync-server/reports", "sync-server/store", "shared/base", "shared/care", "shared/crypto",
          "shared/db", "shared/forms", "shared/records"}},
        {"sync-server/reports",
         {"sync-server/reports/formats", "shared/sheets", "shared/sheets/formats",
          "sync-server/store", "shared/base", "shared/care", "shared/db", "shared/indicators",
          "shared/protocol", "shared/records"}},
        {"sync-server/overview",
         {"sync-server/reports", "sync-server/store", "shared/base", "shared/care", "shared/db",
          "shared/indicators", "shared/records"}},
        {"sync-server/importing",
         {"sync-server/accept", "sync-server/store", "shared/base", "shared/care", "shared/crypto",
          "shared/db", "shared/forms", "shared/names", "shared/protocol", "shared/records"}},
        {"sync-server/evaluate", {"shared/base", "shared/care", "shared/indicators"}},
        {"sync-server/http",
         {"sync-server/accept", "sync-server/reports", "shared/base", "shared/crypto",
          "shared/protocol"}},
        {"sync-server/console",
         {"sync-server/accept", "sync-server/backup", "sync-server/http", "sync-server/importing",
          "sync-server/merge", "sync-server/overview", "sync-server/reports", "sync-server/store",
          "shared"}},
        {"sync-server/app", {"sync-server", "shared"}},
        {"sync-server", {"shared"}},

        {"tools/figures",
         {"client", "sync-server", "shared", "tests/client/driver", "tests/proxy", "tools/demo"}},
        {"tools/dictionary", {"shared", "tools/demo"}},
        {"tools", {"shared"}},
        {"tests", {""}},
    };
}

// tools/figures measures beside bare loops, so it may hold the bare calls too.
const Place kBench = {"tools/figures", ""};

std::vector<Home> homes() {
    const std::vector<Place> sqlite = {{"shared/db", ""}, {"client/store/sealed_vfs", ""}, kBench};
    const std::vector<Place> sql = {{"client/store", ""}, {"sync-server/store", ""}, kBench};
    const std::vector<Place> curl = {{"client/sync", ""}, kBench};
    const std::vector<Place> imgui = {
        {"client", "_view.cpp"}, {"client/ui", ""}, {"client/guide", ""}};
    const std::vector<Place> sodium = {{"shared/crypto", ""}};
    const std::vector<Place> qr = {{"shared/qr", ""}};
    const std::vector<Place> beast = {{"sync-server/http", ""}, kBench};
    const std::vector<Place> base = {{"shared/base", ""}};
    const std::vector<Place> sheet = {{"shared/sheets/formats", ""}};
    const std::vector<Place> settings = {
        {"client/app", ""}, {"client/cli", ""}, {"sync-server/app", ""}};
    return {
        {"sqlite3_", sqlite},    {"<sqlite3.h>", sqlite},
        {"SELECT ", sql},        {"INSERT INTO ", sql},
        {"UPDATE ", sql},        {"DELETE FROM ", sql},
        {"curl_", curl},         {"<curl/curl.h>", curl},
        {"ImGui::", imgui},      {"<imgui.h>", imgui},
        {"sodium_", sodium},     {"<sodium.h>", sodium},
        {"<boost/beast", beast}, {"system_clock::now", base},
        {"random_device", base}, {"getenv", settings},
        {"QRcode_", qr},         {"<qrencode.h>", qr},
        {"lxw_", sheet},         {"<xlsxwriter.h>", sheet},
    };
}

}  // namespace

const House& our_house() {
    static const House house = [] {
        House made;
        made.rooms = rooms();
        made.homes = homes();
        for (Home& home : made.homes) home.places.push_back({"tools/tidy", "house.cpp"});
        made.machine_folders = {"home", "root", "Users", "work", "workspace", "builds", "mnt"};
        return made;
    }();
    return house;
}

}  // namespace tidy
