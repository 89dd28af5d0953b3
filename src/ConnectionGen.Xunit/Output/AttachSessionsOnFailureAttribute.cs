using System.Reflection;
using global::Xunit;
using global::Xunit.v3;

namespace ConnectionGen.Xunit;

/// <summary>
/// Attaches to a test that fails what it called on devices of a <see cref="TestbedFixture{TTestbed}"/>, whole answers included, as <c>session.log</c>. For an
/// assembly, a class or a method.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false)]
public sealed class AttachSessionsOnFailureAttribute : BeforeAfterTestAttribute
{
    private const string Name = "session.log";

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
        if (TestSession.End(test.UniqueID) is { Length: > 0 } session && TestContext.Current.TestState?.Result == TestResult.Failed)
            TestContext.Current.AddAttachment(Name, session);
    }
}
