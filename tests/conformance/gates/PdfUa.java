import java.io.File;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Judges PDF files by PDF/UA-1 with the veraPDF library: `ok FILE` or `FAIL FILE: why`. */
public class PdfUa {
    public static void main(String[] files) {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            judge(file);
        }
    }

    private static void judge(String file) {
        var flavour = PDFAFlavour.PDFUA_1;
        try (var parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            // A rule that fails often is named once, with its first message.
            var faults = new TreeMap<String, String>();
            for (TestAssertion test : result.getTestAssertions()) {
                if (test.getStatus() == TestAssertion.Status.FAILED) {
                    var rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
                    faults.putIfAbsent(rule, test.getMessage());
                }
            }
            faults.forEach((rule, message) -> fail(file, "rule " + rule + ": " + message));
            if (result.isCompliant()) {
                System.out.println("ok " + file);
            } else if (faults.isEmpty()) {
                fail(file, "does not comply");
            }
        } catch (Exception error) {
            fail(file, "unreadable: " + error.getMessage());
        }
    }

    private static void fail(String file, String why) {
        System.out.println("FAIL " + file + ": " + why.replaceAll("\\s+", " "));
    }
}
