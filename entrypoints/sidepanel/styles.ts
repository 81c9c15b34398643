/** What the panel wears when it opens; parts that load later bring their own. */
import '#assets/tokens.css';
import '#assets/panel.css';
import '#assets/panel-verdict.css';
import '#assets/panel-person.css';
import '#assets/panel-states.css';
import '#assets/panel-job.css';
import '#assets/panel-foot.css';
