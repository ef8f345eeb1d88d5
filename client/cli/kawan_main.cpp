// kawan: the field application without a window (DESIGN 10).
#include "client/app/keeping/hardening.h"
#include "client/cli/commands.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <functional>

namespace {

using cli::Options;
using Command = int (*)(const Options&);

struct Chosen {
    Command command = nullptr;
};

CLI::App* add_command(CLI::App& app, const char* name, const char* what, Command command,
                      Chosen& chosen) {
    CLI::App* added = app.add_subcommand(name, what);
    added->callback([&chosen, command] { chosen.command = command; });
    return added;
}

void add_recording(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* add = add_command(app, "add", "Catat satu hal baru", cli::add, chosen);
    add->add_option("type", options.type, "household, person, visit ...")->required();
    add->add_option("--json", options.file, "berkas jawaban (JSON), - untuk masukan standar");
    add->add_option("--unit", options.unit, "kode posyandu");
    CLI::App* edit = add_command(app, "edit", "Ubah satu catatan", cli::edit, chosen);
    edit->add_option("id", options.id, "id catatan")->required();
    edit->add_option("--json", options.file, "berkas isian yang berubah (JSON)");
    edit->add_option("--reason", options.reason, "alasan perubahan");
    edit->add_option("--decides", options.decides, "id isian berbeda yang diputuskan");
    CLI::App* import = add_command(app, "import", "Catat banyak baris", cli::import, chosen);
    import->add_option("file", options.file, "berkas NDJSON")->required();
}

void add_reading(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* list = add_command(app, "list", "Daftar catatan satu jenis", cli::list, chosen);
    list->add_option("type", options.type, "household, person, visit ...")->required();
    CLI::App* show = add_command(app, "show", "Lihat satu catatan", cli::show, chosen);
    show->add_option("id", options.id, "id catatan")->required();
    show->add_flag("--history", options.with_history, "siapa mengubah apa, terbaru dulu");
    CLI::App* due = add_command(app, "due", "Siapa yang perlu dikunjungi", cli::due, chosen);
    due->add_option("--date", options.date, "tanggal (hari ini)");
    CLI::App* month =
        add_command(app, "register", "Register ASI satu bulan", cli::register_month, chosen);
    month->add_option("--month", options.month, "YYYY-MM")->required();
    month->add_option("--unit", options.unit, "kode posyandu");
    month->add_option("--date", options.date, "tanggal (hari ini)");
}

void add_sending(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* enrol = add_command(app, "enrol", "Daftarkan laptop ini", cli::enrol, chosen);
    enrol->add_option("code", options.code,
                      "berkas berisi kode pendaftaran, - untuk masukan standar; bila kosong, "
                      "kode ditanyakan");
    enrol->add_option("--server", options.server, "alamat lain dari yang di kode");
    enrol->add_flag("--again", options.again,
                    "untuk pengguna yang sudah ada di laptop ini; semua catatannya tetap");
    add_command(app, "sync", "Kirim dan terima", cli::sync, chosen);
    add_command(app, "status", "Apa yang sudah dan belum terkirim", cli::status, chosen);
}

void add_bundle(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* bundle = app.add_subcommand("bundle", "Kirim lewat flashdisk, tanpa jaringan");
    bundle->require_subcommand(1);
    CLI::App* write = add_command(*bundle, "write", "Tulis yang belum terkirim ke flashdisk",
                                  cli::bundle_write, chosen);
    write->add_option("file", options.file, "folder di flashdisk, atau nama berkas")->required();
    CLI::App* read =
        add_command(*bundle, "read", "Baca balasan puskesmas", cli::bundle_read, chosen);
    read->add_option("file", options.file, "folder di flashdisk, atau berkas balasan")->required();
}

void add_keeping(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* backup = add_command(app, "backup", "Salinan cadangan", cli::backup, chosen);
    backup->add_option("folder", options.folder, "folder di flashdisk (yang terakhir dipakai)");
    backup->add_flag("--try", options.tries, "coba pulihkan salinan: dibaca dan dibandingkan");
    CLI::App* restore =
        add_command(app, "restore", "Pulihkan dari salinan cadangan", cli::restore, chosen);
    restore->add_option("folder", options.folder, "folder salinan")->required();
    restore->add_flag("--replace", options.replaces,
                      "juga bila laptop ini berisi lebih banyak; yang lama disimpan di sampingnya");
    CLI::App* health = add_command(app, "health", "Kesehatan data laptop ini", cli::health, chosen);
    health->add_flag("--check", options.checks, "periksa seluruh berkas");
    health->add_flag("--lost-seen", options.lost_is_seen,
                     "perubahan yang hilang sudah dipulihkan atau dicatat ulang");
}

void add_pin(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* pin = app.add_subcommand("pin", "Ganti PIN, atau PIN terlupa");
    pin->require_subcommand(1);
    add_command(*pin, "change", "Ganti PIN", cli::pin_change, chosen);
    CLI::App* forgotten =
        add_command(*pin, "forgotten", "Minta PIN baru ke koordinator", cli::pin_forgotten, chosen);
    forgotten->add_option("--out", options.out, "tulis permintaan ke berkas ini");
    CLI::App* recover = add_command(*pin, "recover", "PIN baru dengan jawaban koordinator",
                                    cli::pin_recover, chosen);
    recover->add_option("file", options.file, "berkas jawaban, - untuk masukan standar")
        ->required();
}

int run(int count, char** words) {
    CLI::App app{"Kawan ASI: catatan kader di lapangan"};
    app.require_subcommand(1);
    Options options;
    Chosen chosen;
    app.add_option("--data", options.data, "folder data laptop ini")->required();
    app.add_option("--user", options.user, "id pengguna, bila laptop dipakai bersama");
    app.add_flag("--as-json", options.json, "cetak JSON");
    add_recording(app, options, chosen);
    add_reading(app, options, chosen);
    add_sending(app, options, chosen);
    add_bundle(app, options, chosen);
    add_keeping(app, options, chosen);
    add_pin(app, options, chosen);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? cli::kDone : cli::kUsage;
    }
    return chosen.command(options);
}

}  // namespace

int main(int count, char** words) {
    client_app::keep_memory_private();
    try {
        return run(count, words);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "kawan: berhenti karena kesalahannya sendiri: %s\n", error.what());
        return cli::kRefused;
    }
}
