#include "client/paper/about_massage.h"

#include "client/ui/words/words.h"

#include <array>

namespace paper {

namespace {

using words::later;

constexpr std::array<AboutMassage, 7> kAbout = {{
    {later("What it is"),
     later("A light massage of the neck and back, beside the spine, shortly before feeding or "
           "expressing. It helps a mother relax and supports the milk in coming out. Many mothers "
           "need time."),
     false},
    {later("How sure this is"),
     later("Not very. The trials were small, most of low to moderate quality, and in some of them "
           "another way did better. The researchers themselves ask for better studies."),
     true},
    {later("What it is not"),
     later("It is support, no treatment. Medicines and the midwife's checks are needed as before."),
     true},
    {later("With a danger sign"),
     later("No massage for now. Call the midwife first, at once. The massage never delays care."),
     false},
    {later("She decides"),
     later("Ask her every time. She may stop at any time, and no mother needs to do it. There is "
           "no number of massages to reach."),
     false},
    {later("Where the steps come from"),
     later("From a published description and from written procedures of hospitals in Indonesia. "
           "How the three to five minutes are divided into seconds is our own proposal; a midwife "
           "has to agree to it."),
     false},
    {later("What is written down"),
     later("It helps to see who needs another visit. It proves nothing about what the massage "
           "does: massage and breastfeeding therefore stand in tables of their own."),
     false},
}};

}  // namespace

std::span<const AboutMassage> about_massage() {
    return kAbout;
}

}  // namespace paper
