//! Sharing a width out among columns.

use super::pages::Length;

/// Shares `total` out in proportion to `weights`, giving nobody less than its minimum while
/// there is enough for all minimums.
///
/// A total of 100 for weights 1, 1 and 2 is 25, 25 and 50. If the first needs at least 40, it
/// gets 40, and the others share the remaining 60 as 20 and 40.
pub(super) fn share(total: Length, weights: &[i64], minimums: &[Length]) -> Vec<Length> {
    let needed: i64 = minimums.iter().map(|&width| i64::from(width)).sum();
    if needed >= i64::from(total) {
        return fair(total, minimums);
    }
    let mut fixed = vec![false; weights.len()];
    // Each round fixes at least one column at its minimum, so the rounds end.
    loop {
        let rest: i64 = i64::from(total)
            - zip(&fixed, minimums)
                .filter(|(fixed, _)| **fixed)
                .map(|(_, &w)| i64::from(w))
                .sum::<i64>();
        let open: Vec<i64> = zip(&fixed, weights)
            .map(|(fixed, &weight)| if *fixed { 0 } else { weight.max(1) })
            .collect();
        let mut widths = proportional(rest, &open);
        let mut settled = true;
        for (index, width) in widths.iter_mut().enumerate() {
            if fixed[index] {
                *width = minimums[index];
            } else if *width < minimums[index] {
                fixed[index] = true;
                settled = false;
            }
        }
        if settled {
            return widths;
        }
    }
}

/// Shares out too little: who needs no more than a fair share gets it, the others get the same.
fn fair(total: Length, needs: &[Length]) -> Vec<Length> {
    let mut widths = vec![None; needs.len()];
    loop {
        let taken: Length = widths.iter().flatten().sum();
        let open = widths.iter().filter(|width| width.is_none()).count() as Length;
        let share = (total - taken) / open.max(1);
        let modest = (0..needs.len()).find(|&at| widths[at].is_none() && needs[at] <= share);
        match modest {
            Some(at) => widths[at] = Some(needs[at]),
            None => {
                return widths
                    .into_iter()
                    .map(|width| width.unwrap_or(share))
                    .collect();
            }
        }
    }
}

fn zip<'a, A, B>(a: &'a [A], b: &'a [B]) -> impl Iterator<Item = (&'a A, &'a B)> {
    a.iter().zip(b)
}

/// Shares by weight alone; what rounding leaves over goes to the last that has a weight.
fn proportional(total: i64, weights: &[i64]) -> Vec<Length> {
    let sum: i64 = weights.iter().sum::<i64>().max(1);
    let mut widths: Vec<Length> = weights
        .iter()
        .map(|weight| (total * weight / sum) as Length)
        .collect();
    let rest = total - widths.iter().map(|&width| i64::from(width)).sum::<i64>();
    if let Some(last) = weights.iter().rposition(|&weight| weight > 0) {
        widths[last] += rest as Length;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_by_weight() {
        assert_eq!(share(100, &[1, 1, 2], &[0, 0, 0]), [25, 25, 50]);
    }

    #[test]
    fn respects_minimums() {
        assert_eq!(share(100, &[1, 1, 2], &[40, 0, 0]), [40, 20, 40]);
    }

    #[test]
    fn gives_a_fair_share_when_there_is_too_little() {
        assert_eq!(share(100, &[1, 1, 1], &[150, 20, 99]), [40, 20, 40]);
    }

    #[test]
    fn loses_nothing_to_rounding() {
        assert_eq!(share(100, &[1, 1, 1], &[0, 0, 0]), [33, 33, 34]);
    }
}
