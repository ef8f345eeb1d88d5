#include "client/cli/session.h"

#include "client/app/keeping/disk_room.h"
#include "client/app/keeping/erasing.h"
#include "client/app/keeping/health.h"
#include "client/app/recording/forms_in_force.h"
#include "client/app/workplace.h"
#include "shared/base/file.h"
#include "shared/base/given_code.h"
#include "shared/base/text.h"

#include <termios.h>
#include <unistd.h>
#include <cstdlib>
#include <iostream>
#include <sstream>

namespace cli {

using base::Error;
using base::ErrorCode;

namespace {

// Turns the terminal's echo off while a PIN is typed.
class Hidden {
public:
    Hidden() {
        is_terminal_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
        if (!is_terminal_) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Hidden() {
        if (is_terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Hidden(const Hidden&) = delete;
    Hidden& operator=(const Hidden&) = delete;

private:
    termios before_{};
    bool is_terminal_ = false;
};

Result<std::string> asked(const char* variable, const std::string& prompt) {
    if (const char* given = std::getenv(variable)) return std::string(given);
    std::cerr << prompt << std::flush;
    std::string pin;
    {
        const Hidden hidden;
        std::getline(std::cin, pin);
    }
    std::cerr << "\n";
    if (pin.empty()) return Error{ErrorCode::Usage, "PIN belum diisi"};
    return pin;
}

// Each command says it, until somebody has seen to it.
base::Status say_if_lost(store::Store& store) {
    TRY_LET(lost, store::lost(store));
    if (lost) std::cerr << client_app::sentence_of(*lost) << "\n";
    return base::Done{};
}

}  // namespace

Result<client_app::StoreFile> chosen_store(const Options& options) {
    for (const client_app::Erased& erased : client_app::finish_erasing_all(options.data)) {
        std::cerr << client_app::sentence_of(erased) << "\n";
    }
    TRY_LET(files, client_app::store_files(options.data));
    if (files.empty()) {
        return Error{ErrorCode::Usage,
                     "belum ada pengguna di laptop ini; mulai dengan: kawan --data " +
                         options.data + " enrol"};
    }
    if (files.size() == 1) return files.front();
    for (const client_app::StoreFile& file : files) {
        if (file.name == options.user || file.label == options.user) return file;
    }
    std::string names;
    for (const client_app::StoreFile& file : files) names += " \"" + file.label + "\"";
    return Error{ErrorCode::Usage, "ada beberapa pengguna; pilih dengan --user:" + names};
}

Result<std::string> read_pin(const std::string& prompt) {
    return asked("KAWAN_PIN", prompt);
}

Result<std::string> read_new_pin() {
    return asked("KAWAN_NEW_PIN", "PIN baru (8 angka atau lebih): ");
}

Result<std::string> read_input(const std::string& file) {
    if (file != "-") return base::read_file(file);
    std::ostringstream text;
    text << std::cin.rdbuf();
    return std::move(text).str();
}

Result<std::string> read_code(const std::string& given) {
    TRY_LET(code, base::read_given_code(
                      given, "Kode di kertas pendaftaran: ",
                      "kode pendaftaran belum diisi; berikan dalam berkas atau lewat masukan "
                      "standar: enrol BERKAS, enrol -"));
    if (code.was_in_sight) {
        std::cerr << "Kode di baris perintah terlihat oleh semua pemakai komputer ini. Lain kali "
                     "ketik enrol saja: kodenya akan ditanyakan.\n";
    }
    return std::move(code.text);
}

Result<std::unique_ptr<Session>> open_session(const Options& options) {
    TRY_LET(file, chosen_store(options));
    TRY_LET(pin, read_pin("PIN: "));
    auto session = std::make_unique<Session>();
    auto store = client_app::open_store(file, pin, session->clock.now());
    if (!store.ok() && store.error().code == ErrorCode::DiskFull) {
        return Error{ErrorCode::DiskFull, client_app::sentence_of(client_app::room_of(0))};
    }
    if (!store.ok()) return store.error();
    session->file = file;
    session->store = std::move(store).value();
    TRY_LET(identity, session->store->identity());
    session->identity = identity;
    TRY_LET(forms, client_app::forms_in_force(identity));
    session->forms = std::move(forms);
    session->recorder = std::make_unique<client_app::Recorder>(
        *session->store, session->forms, session->clock, session->random, session->identity);
    session->recorder->watch_room(client_app::free_bytes_beside(file.database));
    session->recorder->note_last_in(file.last());
    TRY(say_if_lost(*session->store));
    return session;
}

Result<base::Date> day_of(const Options& options, const Session& session) {
    if (options.date.empty()) return session.recorder->today();
    const auto date = base::parse_date(options.date);
    if (!date) return Error{ErrorCode::Usage, "--date ditulis seperti 2026-03-01"};
    return *date;
}

}  // namespace cli
