// What a command works with: the opened store of one user, and how to record into it.
#pragma once

#include "client/app/recording/recorder.h"
#include "client/app/workplace.h"
#include "client/cli/commands.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"

#include <memory>
#include <string>

namespace cli {

using base::Result;

struct Session {
    client_app::StoreFile file;
    std::unique_ptr<store::Store> store;
    store::Identity identity;
    base::SystemClock clock;
    base::SystemRandom random;
    forms::FormSet forms;  // those of the server, once it has handed some out
    std::unique_ptr<client_app::Recorder> recorder;
};
// Asks for the PIN (KAWAN_PIN, or the terminal) and opens the store.
Result<std::unique_ptr<Session>> open_session(const Options& options);

// `show --history`: who changed what of the record, newest first.
int show_history(Session& session, const Options& options);

// The health centre closed this laptop's permission (SYNC 24): its data goes, and that is said.
// Takes the session's store with it. The exit code.
int erase(Session& session, bool as_json);

// Keeps the second copy up to date where one is kept and present; says if that failed.
void keep_copy(Session& session);
Result<client_app::StoreFile> chosen_store(const Options& options);
Result<std::string> read_pin(const std::string& prompt);
Result<std::string> read_new_pin();                       // KAWAN_NEW_PIN, or the terminal
Result<std::string> read_code(const std::string& given);  // of enrolment; empty: asked for
Result<std::string> read_input(const std::string& file);  // "-": standard input
// The day of --date, or today where the store is.
Result<base::Date> day_of(const Options& options, const Session& session);

}  // namespace cli
