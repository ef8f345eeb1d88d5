#include "client/paper/conditions.h"

#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/forms/functions.h"
#include "shared/forms/tree.h"

#include <algorithm>
#include <cctype>

namespace paper {

namespace {

using forms::Node;
using forms::Op;
using words::tr;

enum class Relation { Is, IsNot, Answered, NotAnswered, More, AtLeast, Less, AtMost };

// "no. 7 is Yes or Don't know"
struct Atom {
    std::string subject;
    Relation relation = Relation::Is;
    std::vector<std::string> values;
};

// Atoms joined by "and", or by "or". A mixture is more than fits in a line of small print.
struct Clause {
    bool is_any = false;
    std::vector<Atom> atoms;
};

// What a question or another record's field is called on the sheet, and how its codes read.
struct Subject {
    std::string name;
    const forms::Form* form = nullptr;
    const forms::Question* question = nullptr;
};

std::string lower_first(std::string words) {
    if (words.size() > 1 && std::islower(static_cast<unsigned char>(words[1])) != 0) {
        words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
    }
    return words;
}

Relation negation(Relation relation) {
    switch (relation) {
        case Relation::Is:
            return Relation::IsNot;
        case Relation::IsNot:
            return Relation::Is;
        case Relation::Answered:
            return Relation::NotAnswered;
        case Relation::NotAnswered:
            return Relation::Answered;
        case Relation::More:
            return Relation::AtMost;
        case Relation::AtLeast:
            return Relation::Less;
        case Relation::Less:
            return Relation::AtLeast;
        case Relation::AtMost:
            return Relation::More;
    }
    return relation;
}

std::optional<Relation> relation_of(Op op) {
    switch (op) {
        case Op::Equal:
            return Relation::Is;
        case Op::NotEqual:
            return Relation::IsNot;
        case Op::Less:
            return Relation::Less;
        case Op::LessEqual:
            return Relation::AtMost;
        case Op::Greater:
            return Relation::More;
        case Op::GreaterEqual:
            return Relation::AtLeast;
        default:
            return std::nullopt;
    }
}

class Reading {
public:
    Reading(const Sheet& sheet, const forms::Tree& tree) : sheet_(sheet), tree_(tree) {}

    std::optional<Clause> clause(std::size_t number, bool negated) const {
        const Node& node = tree_.nodes[number];
        if (node.op == Op::And || node.op == Op::Or) {
            return joined(node, (node.op == Op::Or) != negated, negated);
        }
        if (node.op == Op::Call && name_of(node) == "not") {
            return clause(argument(node, 0), !negated);
        }
        std::optional<Atom> atom =
            node.op == Op::Call ? selection(node) : comparison(node, relation_of(node.op));
        if (!atom) return std::nullopt;
        if (negated) atom->relation = negation(atom->relation);
        return Clause{false, {std::move(*atom)}};
    }

private:
    std::size_t argument(const Node& node, std::size_t at) const {
        return tree_.arguments[node.operand + at];
    }
    static std::string_view name_of(const Node& call) { return call.function->name; }

    std::optional<Clause> joined(const Node& node, bool is_any, bool negated) const {
        Clause all{is_any, {}};
        for (std::size_t each = 0; each < node.count; ++each) {
            std::optional<Clause> part = clause(argument(node, each), negated);
            if (!part || (part->atoms.size() > 1 && part->is_any != is_any)) return std::nullopt;
            for (Atom& atom : part->atoms) add(all, std::move(atom));
        }
        return all;
    }

    // "is A or is B" is "is A or B"; "is not A and is not B" is "is not A or B".
    static void add(Clause& clause, Atom atom) {
        const Relation same = clause.is_any ? Relation::Is : Relation::IsNot;
        for (Atom& known : clause.atoms) {
            if (known.subject != atom.subject) continue;
            if (known.relation == same && atom.relation == same) {
                known.values.insert(known.values.end(), atom.values.begin(), atom.values.end());
                return;
            }
            // On paper "is not X" speaks of an answer that is there.
            if (known.relation == Relation::Answered && atom.relation == same) {
                known = std::move(atom);
                return;
            }
            if (known.relation == same && atom.relation == Relation::Answered) return;
        }
        clause.atoms.push_back(std::move(atom));
    }

    std::optional<Atom> comparison(const Node& node, std::optional<Relation> relation) const {
        if (!relation || node.count != 2) return std::nullopt;
        const std::optional<Subject> subject = subject_of(argument(node, 0));
        const Node& right = tree_.nodes[argument(node, 1)];
        if (!subject || right.op != Op::Literal) return std::nullopt;
        const forms::Value& value = tree_.literals[right.operand];
        if (value.is_empty()) {
            return Atom{subject->name,
                        *relation == Relation::Is ? Relation::NotAnswered : Relation::Answered,
                        {}};
        }
        return Atom{subject->name, *relation, {value_words(*subject, value.to_text())}};
    }

    std::optional<Atom> selection(const Node& call) const {
        if (name_of(call) != "selected" || call.count != 2) return std::nullopt;
        const std::optional<Subject> subject = subject_of(argument(call, 0));
        const Node& code = tree_.nodes[argument(call, 1)];
        if (!subject || code.op != Op::Literal) return std::nullopt;
        const std::string text = tree_.literals[code.operand].to_text();
        return Atom{subject->name, Relation::Is, {value_words(*subject, text)}};
    }

    std::optional<Subject> subject_of(std::size_t number) const {
        const Node& node = tree_.nodes[number];
        if (node.op == Op::Field) return own_question(tree_.fields[node.operand]);
        if (node.op == Op::Call && name_of(node) == "pulldata") return others_question(node);
        return std::nullopt;
    }

    std::optional<Subject> own_question(const std::string& name) const {
        const forms::Question* question = sheet_.form->find(name);
        if (question == nullptr) return std::nullopt;
        const auto number = sheet_.numbers.find(name);
        if (number != sheet_.numbers.end()) {
            return Subject{tr("no. {0}", {std::to_string(number->second)}), sheet_.form, question};
        }
        return Subject{lower_first(question->label.in(words::code())), sheet_.form, question};
    }

    std::optional<Subject> others_question(const Node& call) const {
        const Node& type = tree_.nodes[argument(call, 0)];
        const Node& field = tree_.nodes[argument(call, 1)];
        if (type.op != Op::Literal || field.op != Op::Literal) return std::nullopt;
        const forms::Form* form = sheet_.forms->find(tree_.literals[type.operand].to_text());
        if (form == nullptr) return std::nullopt;
        const forms::Question* question = form->find(tree_.literals[field.operand].to_text());
        if (question == nullptr) return std::nullopt;
        return Subject{lower_first(question->label.in(words::code())), form, question};
    }

    static std::string value_words(const Subject& subject, const std::string& value) {
        const forms::Choice* choice = subject.form->find_choice(*subject.question, value);
        return choice == nullptr ? value : "“" + choice->label.in(words::code()) + "”";
    }

    const Sheet& sheet_;
    const forms::Tree& tree_;
};

std::string words_of(const Atom& atom) {
    const std::string values = base::joined(atom.values, tr(" or "));
    switch (atom.relation) {
        case Relation::Is:
            return tr("{0}: {1}", {atom.subject, values});
        case Relation::IsNot:
            return tr("{0} is not {1}", {atom.subject, values});
        case Relation::Answered:
            return tr("{0} is filled in", {atom.subject});
        case Relation::NotAnswered:
            return tr("{0} is empty", {atom.subject});
        case Relation::More:
            return tr("{0}: more than {1}", {atom.subject, values});
        case Relation::AtLeast:
            return tr("{0}: {1} or more", {atom.subject, values});
        case Relation::Less:
            return tr("{0}: less than {1}", {atom.subject, values});
        case Relation::AtMost:
            return tr("{0}: at most {1}", {atom.subject, values});
    }
    return "";
}

}  // namespace

std::optional<std::string> condition_words(const Sheet& sheet, const forms::Expression& relevant) {
    const auto tree = forms::compile(relevant.text());
    if (!tree.ok()) return std::nullopt;
    const auto clause = Reading(sheet, tree.value()).clause(tree.value().root, false);
    if (!clause) return std::nullopt;
    std::vector<std::string> parts;
    for (const Atom& atom : clause->atoms) parts.push_back(words_of(atom));
    return base::joined(parts, clause->is_any ? tr(", or ") : tr(" and "));
}

}  // namespace paper
