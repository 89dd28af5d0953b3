using System.Reflection;
using ConnectionGen.Reports;
using global::Xunit;
using global::Xunit.v3;

namespace ConnectionGen.Xunit;

/// <summary>
/// Attaches to a test that fails what it called on devices of a <see cref="TestbedFixture{TTestbed}"/>, whole answers included, as <c>session.log</c>, and each
/// connection's session record, all that it sent and received meanwhile with the times, as <c>r1 default.txt</c>. Names the fixture's report in the test's output. For
/// an assembly, a class or a method.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false)]
public sealed class AttachSessionsOnFailureAttribute : BeforeAfterTestAttribute
{
    private const string LogName = "session.log";

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        TestSession.Begin(test.UniqueID);
    }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (TestSession.End(test.UniqueID) is not { } session || TestContext.Current.TestState is not { } state)
            return;

        session.Report?.Calls.AddTest(test.TestDisplayName, Outcome(state.Result), session.Duration, state.ExceptionMessages is { Length: > 0 } messages ? string.Join('\n', messages) : null);
        if (state.Result != TestResult.Failed)
            return;

        if (session.ToString() is { Length: > 0 } text)
            TestContext.Current.AddAttachment(LogName, text);

        foreach (var (name, record) in session.Records.ToFiles())
            TestContext.Current.AddAttachment(name, record);

        if (session.Report is { } report)
            TestContext.Current.TestOutputHelper?.WriteLine($"Report: {new Uri(report.File)}");
    }

    private static TestOutcome Outcome(TestResult result) => result switch { TestResult.Passed => TestOutcome.Passed, TestResult.Failed => TestOutcome.Failed, _ => TestOutcome.Skipped };
}
