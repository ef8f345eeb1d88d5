#include "shared/sheets/laptop_note.h"

namespace sheets {

namespace {

std::string not_asked_sentence(const NotAsked& each, bool says_month) {
    const std::string who = std::to_string(each.infants) + " dari " + std::to_string(each.of) +
                            " bayi 0–5 bulan belum ditanya ASI-nya.";
    return says_month ? words_id(each.month) + ": " + who : who;
}

std::string closed_sentence(const std::vector<Month>& months) {
    std::string names;
    for (const Month month : months) names += (names.empty() ? "" : ", ") + words_id(month);
    return "Sudah ditutup di puskesmas: " + names +
           ". Angka yang sudah dilaporkan tidak berubah lagi oleh catatan baru; kalau ada yang "
           "keliru, hubungi koordinator puskesmas, yang bisa membukanya lagi.";
}

std::string synced_sentence(const LaptopNote& note) {
    const std::string when = note.synced_on ? "terakhir bertukar catatan dengan puskesmas " +
                                                  base::to_text(*note.synced_on)
                                            : "belum pernah bertukar catatan dengan puskesmas";
    return "Dihitung di laptop kader, " + when + ". Angka resmi adalah angka puskesmas.";
}

void add_sending(const LaptopNote& note, std::vector<std::string>& lines) {
    if (note.not_sent > 0) {
        lines.push_back(std::to_string(note.not_sent) + " catatan belum terkirim ke puskesmas.");
    }
    if (note.troubled > 0) {
        lines.push_back(std::to_string(note.troubled) +
                        " catatan sudah di puskesmas tetapi harus dibetulkan dulu.");
    }
}

}  // namespace

std::vector<std::string> sentences(const LaptopNote& note, const Period& period) {
    std::vector<std::string> lines;
    if (!note.is_over) {
        lines.push_back("Bulan ini belum selesai: hari terakhirnya " +
                        base::to_text(base::last_day(period.last)) + ".");
    }
    if (!note.closed.empty()) lines.push_back(closed_sentence(note.closed));
    add_sending(note, lines);
    for (const NotAsked& each : note.not_asked) {
        if (each.infants > 0) lines.push_back(not_asked_sentence(each, note.not_asked.size() > 1));
    }
    if (!note.counts_as_told) {
        lines.push_back(
            "Puskesmas menghitung dengan pilihan yang belum dikenal aplikasi di laptop ini: "
            "perbarui aplikasi, angkanya bisa berbeda.");
    }
    if (note.left > 0) {
        lines.push_back(std::to_string(note.left) +
                        " orang pindah dari posyandu ini sesudah bulan itu: puskesmas masih "
                        "menghitungnya di sini, laptop ini tidak lagi.");
    }
    if (note.is_past && !note.knows_moves) {
        lines.push_back(
            "Keluarga yang pindah posyandu sesudah bulan itu dihitung menurut tempatnya sekarang.");
    }
    lines.push_back(synced_sentence(note));
    return lines;
}

}  // namespace sheets
