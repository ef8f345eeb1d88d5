#include "client/app/recording/families.h"
#include "client/cli/commands.h"
#include "client/cli/session.h"
#include "shared/base/json.h"
#include "shared/indicators/register_table.h"

#include <cstdio>

namespace cli {

using base::Error;
using base::ErrorCode;

namespace {

void print_task(const client_app::DueTask& task, bool as_json) {
    if (as_json) {
        std::printf("%s\n", base::json::Writer()
                                .add("code", task.code)
                                .add("status", care::to_code(task.status))
                                .add("due_from", base::to_text(task.due_from))
                                .add("due_to", base::to_text(task.due_to))
                                .add("expires_on", base::to_text(task.expires_on))
                                .add("person", task.person)
                                .add("person_name", task.person_name)
                                .add("household", task.household)
                                .text()
                                .c_str());
        return;
    }
    const bool is_late = task.status == care::TaskStatus::Overdue;
    std::printf("%-9s %-11s sampai %s  %s (keluarga %s)\n", is_late ? "TERLAMBAT" : "waktunya",
                task.code.c_str(), base::to_text(is_late ? task.expires_on : task.due_to).c_str(),
                task.person_name.c_str(), task.household_name.c_str());
}

}  // namespace

int due(const Options& options) {
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    const auto day = day_of(options, *session.value());
    if (!day.ok()) return fail(day.error());
    auto tasks = client_app::due_tasks(*session.value()->store, day.value());
    if (!tasks.ok()) return fail(tasks.error());
    for (const client_app::DueTask& task : tasks.value()) print_task(task, options.json);
    if (tasks.value().empty() && !options.json) {
        std::printf("Tidak ada kunjungan yang jatuh tempo pada %s.\n",
                    base::to_text(day.value()).c_str());
    }
    return kDone;
}

int register_month(const Options& options) {
    const auto month = base::parse_month(options.month);
    if (!month) return fail({ErrorCode::Usage, "--month ditulis seperti 2026-03"});
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    const auto day = day_of(options, *session.value());
    if (!day.ok()) return fail(day.error());
    auto rows = client_app::register_of(*session.value()->store, *month, options.unit, day.value());
    if (!rows.ok()) return fail(rows.error());
    std::fputs(indicators::register_csv(rows.value()).c_str(), stdout);
    return kDone;
}

}  // namespace cli
