// The words of Indonesian names that are not simply names. Looked up by sound (spelling.h) where a
// word has one, by its letters where it is an abbreviation.
#pragma once

#include <span>
#include <string_view>

namespace names {

bool is_title(std::string_view word);            // Ny, Bu, Hj, dr: before a name
bool is_of_a_baby(std::string_view word);        // By, Bayi: of a child that has no name yet
bool is_degree(std::string_view word);           // behind a comma: S.Pd, Amd.Keb
bool is_father_particle(std::string_view word);  // bin, binti: the father's name follows

// Written short, or so many ways that no rule covers them: one sound stands for all.
struct ShortForm {
    std::string_view sound;  // "moh"
    std::string_view full;   // "muhamad"
};
std::span<const ShortForm> short_forms();
std::string_view written_out(std::string_view sound);  // itself if it is not short

// So many bear it that sharing it says little.
bool is_common(std::string_view sound);
// Different names although nearly the same letters: Dewi and Dwi, Yanto and Yanti.
bool only_looks_like(std::string_view sound, std::string_view other);

}  // namespace names
