//! A puzzle, a wild estimate or an odd fancy, in place of work.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::finding::quoted;

pub(super) static SAID: Patterns = Patterns::new(&[
    // Estimates of what nobody needs to know.
    "how many .. fit|fits in|inside|into a|an|the|this",
    "how many .. would|could|can|will fit",
    "how many .. would|could|can|will you fit",
    "how many .. would|does it take to fill|cover|circle|reach|cross",
    "how many .. balls|pianos|tuners|pizzas|trees|leaves|bricks|beans|sweets|marbles|ants|hairdressers|barbers|haircuts|taxis|umbrellas|nappies|bicycles|bikes|pennies|feathers|pigeons|elephants|footballs|basketballs|toothbrushes|eggs|dogs|cats|stations|cafes|cups|grains|hairs|drops|buses|shoes|chairs|toilets|roundabouts|pubs|restaurants|babies|weddings|sandwiches|burgers|beers",
    "how many .. are|is there|sold|eaten|bought|drunk|used in|on|across a|the|this",
    "how many .. are|is there|sold|eaten|bought|drunk|used in london|paris|berlin|dublin|york|chicago|tokyo|manchester|scotland|wales|america|britain|england|france|germany|ireland|europe",
    "how many windows in|does|has",
    "how heavy|tall is|are a|an|the",
    "how much do|does|would .. .. weigh",
    "how many .. do|does|did .. .. have|use|eat|drink|sell|own|pass|land",
    "how much would you charge .. wash|clean|paint",
    "golf|tennis|ping|pong|table balls .. bus|plane|room|pool|car|aeroplane|airplane",
    "how many .. .. there in|on|across",
    "how many .. .. do|would you think|reckon|suppose|guess|say",
    "how many uses|ways can|could you",
    "how many times .. .. overlap|overlaps|hands",
    "guess|estimate how many|much|heavy|far|tall",
    "estimate the number|weight|value of",
    // Fancies.
    "if you were the|only|king|queen|president|prime|invisible|locked|trapped|born",
    "if you were given a box",
    "if you had a|one|unlimited million|billion|wish|wishes",
    "king|queen|president|minister|boss|pope for a day",
    "victorian|medieval|caveman|cavemen",
    "needle in a haystack",
    "exactly .. litres|liters|gallons|pints",
    "if you were a|an|any",
    "if you could be|have|invite|meet|live|travel|swap|speak|turn|go",
    "if you had to be|live|eat a|an|one|on|in",
    "if you woke up as|in|on",
    "if you|your|life .. a|an film|movie|book|song|novel",
    "what|which kind|sort|type of animal|tree|fruit|vegetable|car|biscuit|cookie|sandwich would|are",
    "what|which animal|tree|fruit|vegetable|colour|color|cartoon|character|crayon|planet|season|shape|flavour|flavor|instrument|dish .. are|would|describes|represents",
    "spirit animal",
    "superpower|superpowers|superhero|superheroes",
    "desert|deserted|lonely island",
    "shrunk .. size",
    "time machine",
    "zombie|zombies|aliens|alien|martian|martians",
    "win|won the lottery",
    "dead or alive",
    "living or dead",
    "horse|duck sized",
    "theme tune|song",
    "title of your autobiography|memoir|memoirs",
    "story of your life",
    "three wishes",
    "move mount fuji",
    "what would you be",
    "elephant|elephants|giraffe|giraffes|penguin|penguins|hippo|dinosaur|unicorn",
    "would you rather be|fight|have",
    "last person|human|meal on earth",
    "last meal",
    "gravestone|tombstone|epitaph",
    "fictional|historical|cartoon|disney character|figure|hero|princess",
    "on the moon|mars",
    "lifeboat|parachute",
    // Puzzles.
    "manhole covers|cover|lid|lids",
    "brainteaser|brainteasers|riddle|riddles",
    "brain teaser|teasers",
    "puzzle|puzzles",
    "logic|trick problem|problems|question|questions",
    "curveball|curveballs",
    "litre|liter|gallon|pint jug|jugs|bucket|buckets",
    "angle between .. hands",
    "hands of a|the clock",
    "clock 's? hands",
    "two|three|four|five|six|seven|eight|nine|ten|twelve|25|50|100|hundred .. horses|prisoners|hats|pirates|pills|coins|jugs|socks|marbles|camels|monkeys|ropes|fuses",
    "balls|coins|marbles .. heavier|lighter",
    "heavier|lighter than the others|rest",
    "three light? switches|bulbs",
    "snail .. wall|well",
    "two doors|guards .. lies|truth|liar",
    "fox|wolf .. goose|chicken|goat|sheep",
    "roll|throw|toss .. dice|die|coin",
    "number comes next",
    "next number in",
    "uses|use for a brick|paperclip|spoon",
    "uses for a paper clip",
    "sell me this|that|the|a pen|pencil|stapler",
    "colour|color .. to .. .. blind",
    "size of a|an coin|pencil|pea|matchbox|mouse|ant|penny|thumb|stamp",
    "blender",
    "escape from a|an|the",
    "heads or tails",
    "odds|chances|probability that",
    "next in the|this series|sequence|line|row",
    "costs|cost a|one pound|dollar|euro more than",
    "sell ice|sand",
    "other than .. brick|paperclip|teaspoon|pencil|spoon",
    "why is .. sky blue",
    "without a|any|using scale|scales",
    "two trains|cyclists|runners",
    "trains leave|leaves",
    "how long|far .. would|does it take to walk|run|fly|swim|count|eat|empty|fill",
    "laid|lined|stacked end to end",
    "square root",
    "bat and a? ball",
    "half a brick",
    "lily pad|pads",
    "takes .. machines",
    "without a|using calculator",
    "hen|hens .. egg|eggs",
    "cake .. cuts",
    "bag|drawer of|full coins|socks|marbles",
    "times|plus|minus|multiplied .. in your head",
    "how would you test a|an pen|toaster|kettle|lift|elevator|chair|spoon|vending",
])
.except(&[
    "how many .. .. your|our|we|their|they|did|had|team|teams",
    "how many .. have you|they",
    "how many .. .. there in|on|across your|our|their|this|the|that",
    "you|did|to|can|we|would estimate the|how",
    "if you were the customer|user|manager|candidate|client|buyer|team|supplier|director",
    "how many of",
    "if you were a|an|any customer|user|manager|member|candidate|new|director|colleague|junior|patient|client|parent|tenant|student|buyer|supplier|engineer|technician|visitor|guest|tester|attacker|intruder",
    "if you could have|go back|more|another|done|changed|started|had",
    "hands|hand on",
]);

/// Where candidates are asked something, or interviewers are told to.
const WHERE: &[Role] = &[
    Role::Question,
    Role::FollowUp,
    Role::Cover,
    Role::Hint,
    Role::ReadAloud,
    Role::Scenario,
    Role::Drill,
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for (text, range) in guide.find(&SAID, WHERE) {
        let said = quoted(&text.value()[range.clone()]);
        out.push(
            RULE.finding(
                text.place(range),
                format!("{said} looks like a brain-teaser, which tells nothing about the work"),
            )
            .label("is no task of this job")
            .help("give a task of the job in place of it, such as a figure that the role has to estimate"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "brain-teaser",
        severity: Severity::Warning,
        summary: "a question is a puzzle and no work of the job",
        why: "Brain-teasers reward having heard them before, and have not been shown to predict work. In a survey, the \
              people readiest to ask them were those who scored high on narcissism and sadism.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: How many golf balls fit in a school bus?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: How did you last estimate the storage that your team would need?}
"),
    },
    packs: &[Pack::Wording],
    what: "Looks for well-known puzzles, estimates of things far from the job, and questions such as which animal \
           somebody would be.",
    sources: &[
        "S. Highhouse, C. D. Nye and D. C. Zhang, “Dark motives and elective use of brainteaser interview questions”, \
         Applied Psychology 68 (2019)",
    ],
    help: "Ask for an estimate, a decision or a problem from the work itself.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn puzzles_estimates_and_fancies() {
        flags(
            &RULE,
            Role::Question,
            &[
                "How many tennis balls fit into this room?",
                "How many windows are there in London?",
                "If you were an animal, which one?",
                "You are shrunk to the size of a coin. What now?",
                "Why are manhole covers round?",
                "Which superpower would you like?",
                "Sell me this pen.",
            ],
        );
    }

    #[test]
    fn work() {
        passes(
            &RULE,
            Role::Question,
            &[
                "How many servers are there in your network?",
                "How many of the tickets are closed in a day?",
                "How many people fit the profile?",
                "Which tool would you choose for the job?",
                "How did you estimate the load on the island site?",
                "How do you keep keys that open the car pool?",
            ],
        );
    }
}
